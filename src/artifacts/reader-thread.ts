import { Worker } from 'node:worker_threads';
import type { FoundFile } from './discover.ts';

/** What a reading thread is started with. */
export interface ReaderData {
  readonly files: readonly FoundFile[];
  /** One number a file: 0 until a thread takes it. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

export interface FromReader {
  readonly place: number;
  /** The `FileReading` as JSON, which is quicker to parse than an object is to copy; null when it failed. */
  readonly text: string | null;
}

/** A thread that reads files while this one does something else. */
export interface Reader {
  /** Takes a file for this thread; false when the other has it. */
  take(place: number): boolean;
  /** The reading of a file that the other thread took, as JSON; null when it has none. */
  result(place: number): Promise<string | null>;
  stop(): void;
}

/** Starts a thread that reads these files from the first on. */
export function startReader(files: readonly FoundFile[]): Reader {
  const taken = new Int32Array(new SharedArrayBuffer(files.length * Int32Array.BYTES_PER_ELEMENT));
  // The source runs as it is; the compiled command line has its reader beside it.
  const name = import.meta.url.endsWith('.ts') ? './reader.ts' : './reader.js';
  const workerData: ReaderData = { files, taken };
  const worker = new Worker(new URL(name, import.meta.url), { workerData });
  const results = new Map<number, string | null>();
  let hasEnded = false;
  let wake = (): void => undefined;
  worker.on('message', ({ place, text }: FromReader) => {
    results.set(place, text);
    wake();
  });
  // Whatever happened to it, its files are read again by this thread, which says what is wrong.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    hasEnded = true;
    wake();
  });
  return {
    take: (place) => takeFile(taken, place),
    async result(place) {
      while (!results.has(place) && !hasEnded) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const text = results.get(place) ?? null;
      results.delete(place);
      return text;
    },
    stop: () => void worker.terminate(),
  };
}

/** Whether the file was free, and is now this thread's. */
export function takeFile(taken: Int32Array<SharedArrayBuffer>, place: number): boolean {
  return Atomics.compareExchange(taken, place, 0, 1) === 0;
}
