import { Worker } from 'node:worker_threads';
import type { TextRecord } from '../../view/search/text-record.ts';
import type { MadeIndex, TextIndexer } from './text-index.ts';

/** What the thread is asked for: an index of these records, or what browsers need where there are none. */
export interface IndexRequest {
  readonly number: number;
  readonly records: readonly TextRecord[] | null;
}

/** What it made; null where that failed. */
export interface IndexAnswer {
  readonly number: number;
  readonly made: MadeIndex | null;
  readonly failure: string | null;
}

interface Waiting {
  readonly resolve: (made: MadeIndex) => void;
  readonly reject: (error: Error) => void;
}

/**
 * An indexer in a thread of its own: Pagefind is asked for each record by itself, and would wait for its turn after each
 * while this thread plans. The thread starts with the first index that is wanted, and ends with the last.
 */
export function threadedIndexer(version: string): TextIndexer {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let count = 0;

  const failAll = (reason: string): void => {
    worker = null;
    for (const { reject } of waiting.values()) reject(new Error(reason));
    waiting.clear();
  };
  const start = (): Worker => {
    // The source runs as it is; the compiled command line has its indexer beside it.
    const name = import.meta.url.endsWith('.ts') ? './indexer.ts' : './indexer.js';
    const started = new Worker(new URL(name, import.meta.url));
    started.on('message', ({ number, made, failure }: IndexAnswer) => {
      const asker = waiting.get(number);
      waiting.delete(number);
      if (made === null) asker?.reject(new Error(failure ?? ''));
      else asker?.resolve(made);
      if (waiting.size > 0) return;
      worker = null;
      void started.terminate();
    });
    started.on('error', (error: Error) => {
      failAll(error.message);
    });
    return started;
  };
  const ask = (records: readonly TextRecord[] | null): Promise<MadeIndex> =>
    new Promise((resolve, reject) => {
      const number = ++count;
      waiting.set(number, { resolve, reject });
      worker ??= start();
      const request: IndexRequest = { number, records };
      worker.postMessage(request);
    });
  return {
    version,
    index: async (records) => ask(records()),
    runtime: async () => (await ask(null)).files,
  };
}
