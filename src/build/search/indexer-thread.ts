import { Worker } from 'node:worker_threads';
import { keptPath, loadKept, matchKept, readKept, removeKept } from './kept-index.ts';
import type { IndexJob } from './make-index.ts';
import type { IndexedRecords, MadeIndex, TextIndexer } from './text-index.ts';

/** What a thread is asked for: an index of records, what browsers search with, or to end. */
export type IndexRequest =
  { readonly wanted: 'index'; readonly job: IndexJob } | { readonly wanted: 'engine' | 'end' };

/** What it made, or why it didn't. */
export type IndexAnswer =
  { readonly index: MadeIndex } | { readonly engine: Uint8Array } | { readonly failure: string };

interface Waiting {
  readonly request: IndexRequest;
  readonly take: (answer: IndexAnswer) => void;
}

/** Where indexes are kept, and by what they were made: another one may say other things of the same records. */
export interface KeepIndexes {
  readonly folder: string;
  readonly maker: string;
}

/** Records from which on a second thread is worth its start. */
const WORTH_A_THREAD = 400;

/**
 * Records that a thread is handed at once, if there are several indexes to make: this thread plans meanwhile, and gets
 * round to hand over the next ones late.
 */
const IN_HAND = 100;

/** A thread that nobody has asked for anything is let go of. Milliseconds. */
const SPARE_MS = 20_000;

/**
 * Indexers in threads of their own, each with a program of its own: Pagefind is asked for each record by itself, and
 * would wait for its turn after each while this thread plans. A thread starts when there is an index for it to make, and
 * ends when there is none left.
 *
 * @param most threads at once; each takes some 200 MB
 * @param keep null to keep nothing
 */
export function threadedIndexer(
  version: string,
  most: number,
  keep: KeepIndexes | null = null,
): TextIndexer {
  const queue: Waiting[] = [];
  /** Each hands its thread what waits. */
  const threads = new Set<() => void>();
  let spare: { readonly worker: Worker; readonly timer: NodeJS.Timeout } | null = null;

  const takeSpare = (): Worker | null => {
    if (spare === null) return null;
    const { worker, timer } = spare;
    spare = null;
    clearTimeout(timer);
    worker.ref();
    return worker;
  };
  const prepare = (): void => {
    if (spare !== null || threads.size > 0) return;
    const worker = open();
    // Nobody waits for it, and it keeps nothing from ending.
    worker.unref();
    const timer = setTimeout(() => {
      takeSpare()?.unref();
      worker.postMessage(END);
    }, SPARE_MS);
    timer.unref();
    spare = { worker, timer };
    worker.on('error', () => {
      if (spare?.worker === worker) takeSpare();
    });
  };
  const start = (): void => {
    // Answered in this order.
    const inHand: Waiting[] = [];
    const worker = takeSpare() ?? open();
    const fill = (): void => {
      for (let next = queue[0]; next !== undefined; next = queue[0]) {
        if (inHand.length > 0 && weightOf([...inHand, next]) > IN_HAND) return;
        queue.shift();
        inHand.push(next);
        worker.postMessage(next.request);
      }
    };
    threads.add(fill);
    fill();
    worker.on('message', (answer: IndexAnswer) => {
      inHand.shift()?.take(answer);
      fill();
      if (inHand.length > 0) return;
      threads.delete(fill);
      worker.postMessage(END);
      // It sees its programs end; nobody has to wait for that.
      worker.unref();
    });
    worker.on('error', ({ message }: Error) => {
      // It may have been told to end.
      threads.delete(fill);
      const [current, ...others] = inHand.splice(0);
      queue.unshift(...others);
      current?.take({ failure: message });
      if (queue.length > 0) start();
    });
  };
  const ask = async (request: IndexRequest): Promise<IndexAnswer> => {
    const answer = await new Promise<IndexAnswer>((take) => {
      queue.push({ request, take });
      for (const fill of threads) fill();
      const { size } = threads;
      if (size === 0 || (size < most && weightOf(queue) >= WORTH_A_THREAD)) start();
    });
    if ('failure' in answer) throw new Error(answer.failure);
    return answer;
  };
  const make = async (job: IndexJob): Promise<MadeIndex> => {
    const answer = await ask({ wanted: 'index', job });
    if (!('index' in answer)) throw new Error('The indexer has answered something else.');
    return answer.index;
  };
  return {
    version,
    prepare,
    index: async (records) => {
      const job = jobOf(records, keep);
      try {
        return await make(job);
      } catch (error) {
        if (job.kept === null) throw error;
        // Whatever is wrong with what was kept, it is not needed.
        return await make(jobOf(records, keep, false));
      }
    },
    forgetAllBut: (names) => {
      if (keep !== null) removeKept(keep.folder, names);
    },
    engine: async () => {
      const answer = await ask({ wanted: 'engine' });
      if (!('engine' in answer)) throw new Error('The indexer has answered something else.');
      return answer.engine;
    },
  };
}

/** What an index is made from, with the records that have to be indexed. */
export function jobOf(
  { name, sources }: IndexedRecords,
  keep: KeepIndexes | null,
  usesKept = true,
): IndexJob {
  const keys = sources.map(({ key }) => key);
  const path = keep === null ? null : keptPath(keep.folder, name);
  const bytes = path === null || !usesKept ? null : loadKept(path);
  const kept = bytes === null || keep === null ? null : readKept(bytes, keep.maker);
  const { missing } = matchKept(kept?.keys ?? [], keys);
  const wanted = new Set(missing);
  return {
    keys,
    missing: sources.filter((_, at) => wanted.has(at)).map(({ record }) => record()),
    kept: kept === null ? null : bytes,
    keep: path === null || keep === null ? null : { path, maker: keep.maker },
  };
}

function weightOf(waiting: readonly Waiting[]): number {
  return waiting.reduce(
    (sum, { request }) => sum + (request.wanted === 'index' ? request.job.missing.length : 0),
    0,
  );
}

const END: IndexRequest = { wanted: 'end' };

function open(): Worker {
  // The source runs as it is; the compiled command line has its indexer beside it.
  const name = import.meta.url.endsWith('.ts') ? './indexer.ts' : './indexer.js';
  return new Worker(new URL(name, import.meta.url));
}
