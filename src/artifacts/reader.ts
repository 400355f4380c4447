import { hash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import {
  takeFile,
  type FromReader,
  type HashedByReader,
  type ReaderData,
} from './reader-thread.ts';
import { readingText } from './reading-text.ts';

const { files, taken, keep } = workerData as ReaderData;

// It comes when it is read, mostly while this thread still reads others.
parentPort?.on('message', (bytes: Uint8Array<SharedArrayBuffer>) => {
  const message: HashedByReader = { sha256: hash('sha256', bytes, 'hex') };
  parentPort?.postMessage(message);
});

for (const [place, file] of files.entries()) {
  if (!takeFile(taken, place)) continue;
  let text: string | null = null;
  try {
    text = await readingText(file, keep);
  } catch {
    // Too long for one string, say: the thread that asked reads it then.
  }
  const message: FromReader = { place, text };
  parentPort?.postMessage(message);
}
