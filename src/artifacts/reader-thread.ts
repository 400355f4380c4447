import { Worker } from 'node:worker_threads';
import type { Hasher } from './bytes.ts';
import type { FoundFile } from './discover.ts';
import type { KeepReadings } from './keep-readings.ts';

/** What a reading thread is started with. */
export interface ReaderData {
  readonly files: readonly FoundFile[];
  /** One number a file: 0 until a thread takes it. */
  readonly taken: Int32Array<SharedArrayBuffer>;
  /** Null to keep nothing. */
  readonly keep: KeepReadings | null;
}

export interface FromReader {
  readonly place: number;
  /** See `readingText`; null when it failed. */
  readonly text: string | null;
}

/** What was asked for with bytes instead. */
export interface HashedByReader {
  readonly sha256: string;
}

/** A thread that reads and hashes files while this one does something else. */
export interface Reader extends Hasher {
  /** Takes a file for this thread; false when the other has it. */
  take(place: number): boolean;
  /** The reading of a file that the other thread took, as JSON; null when it has none. */
  result(place: number): Promise<string | null>;
  stop(): void;
}

/** Starts a thread that reads these files from the first on. It hashes between them. */
export function startReader(files: readonly FoundFile[], keep: KeepReadings | null): Reader {
  const taken = new Int32Array(new SharedArrayBuffer(files.length * Int32Array.BYTES_PER_ELEMENT));
  // The source runs as it is; the compiled command line has its reader beside it.
  const name = import.meta.url.endsWith('.ts') ? './reader.ts' : './reader.js';
  const workerData: ReaderData = { files, taken, keep };
  const worker = new Worker(new URL(name, import.meta.url), { workerData });
  const results = new Map<number, string | null>();
  const hashes: string[] = [];
  let asked = 0;
  let hasEnded = false;
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const resolve of waiting) resolve();
    waiting.clear();
  };
  const until = async (isThere: () => boolean): Promise<void> => {
    while (!isThere() && !hasEnded) {
      await new Promise<void>((resolve) => {
        waiting.add(resolve);
      });
    }
  };
  worker.on('message', (message: FromReader | HashedByReader) => {
    if ('place' in message) results.set(message.place, message.text);
    else hashes.push(message.sha256);
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
      await until(() => results.has(place));
      const text = results.get(place) ?? null;
      results.delete(place);
      return text;
    },
    async hash(bytes) {
      // Answered in the order in which they were asked.
      const place = asked++;
      worker.postMessage(bytes);
      await until(() => hashes.length > place);
      return hashes[place] ?? null;
    },
    stop: () => void worker.terminate(),
  };
}

/** Whether the file was free, and is now this thread's. */
export function takeFile(taken: Int32Array<SharedArrayBuffer>, place: number): boolean {
  return Atomics.compareExchange(taken, place, 0, 1) === 0;
}
