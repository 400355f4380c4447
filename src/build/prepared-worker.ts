import { Worker } from 'node:worker_threads';
import { type Glance, openGlance } from './glance.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** What a worker is started with: all that it needs to load the renderer, before anything is known of the site. */
export interface WorkerStart {
  /** Absolute path of the compiled renderer's folder. */
  readonly rendererDir: string;
}

/** A worker that loads the renderer while nobody needs it yet. */
export interface PreparedWorker {
  /** Hands it over, once; null when it has ended, or was handed over. */
  readonly take: () => { readonly worker: Worker; readonly isReady: boolean } | null;
  /** Ends it, unless it was handed over. */
  readonly drop: () => Promise<void>;
  /** Has it look at an output folder; null where there is little to see, or it is gone. */
  readonly glanceAt: (out: string, cacheDir: string) => Glance | null;
}

/** Starts a worker, which loads the renderer. */
export function openWorker(start: WorkerStart): Worker {
  // The source runs as it is; the compiled command line has its worker beside it.
  const name = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  return new Worker(new URL(name, import.meta.url), {
    workerData: start,
    // What a page is made from lives as long as the page: without a bound the space for it grows
    // to that of the main thread, which keeps what it parses.
    resourceLimits: { maxYoungGenerationSizeMb: 48 },
  });
}

/**
 * Starts a worker for a build that is still reading: while few processors are busy with that, the renderer loads on
 * another. One that can't load it is forgotten; the next one that is started says why.
 */
export function prepareWorker(rendererDir: string): PreparedWorker {
  let prepared: Worker | null = openWorker({ rendererDir });
  let isReady = false;
  // It keeps nothing from ending.
  prepared.unref();
  prepared.once('message', ({ kind }: FromWorker) => {
    isReady = kind === 'ready';
  });
  const forget = (): void => {
    prepared = null;
  };
  prepared.once('error', forget);
  prepared.once('exit', forget);
  const take = (): Worker | null => {
    const worker = prepared;
    forget();
    for (const event of ['message', 'error', 'exit']) worker?.removeAllListeners(event);
    return worker;
  };
  return {
    glanceAt: (out, cacheDir) => {
      const opened = prepared && openGlance(out, cacheDir);
      if (opened === null) return null;
      const { request, glance } = opened;
      const message: ToWorker = { kind: 'look', request };
      prepared?.postMessage(message, [request.port]);
      return glance;
    },
    take: () => {
      const worker = take();
      worker?.ref();
      return worker && { worker, isReady };
    },
    drop: async () => {
      const worker = take();
      // What it can't load may be told while it is being ended.
      worker?.on('error', () => undefined);
      await worker?.terminate();
    },
  };
}
