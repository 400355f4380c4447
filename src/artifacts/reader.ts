import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from './read-file.ts';
import { takeFile, type FromReader, type ReaderData } from './reader-thread.ts';

const { files, taken } = workerData as ReaderData;

for (const [place, file] of files.entries()) {
  if (!takeFile(taken, place)) continue;
  let text: string | null = null;
  try {
    text = JSON.stringify(await readFile(file));
  } catch {
    // Too long for one string, say: the thread that asked reads it then.
  }
  const message: FromReader = { place, text };
  parentPort?.postMessage(message);
}
