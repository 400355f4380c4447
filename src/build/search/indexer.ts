import { parentPort } from 'node:worker_threads';
import { giveWay } from '../give-way.ts';
import type { IndexAnswer, IndexRequest } from './indexer-thread.ts';
import { makeIndex } from './make-index.ts';
import { endPagefind, findPagefind, indexPages, readEngine } from './pagefind.ts';

/** Time in which a program that was told to end has ended; one that outlives its thread stays in the list of processes. */
const ENDED_MS = 200;

/**
 * Nobody waits for an index before the end of a build, so the threads that plan and render get the most of the processors;
 * but not all, as memory is short near the end.
 */
const NICENESS = 8;
giveWay(NICENESS);

const pagefind = findPagefind();
// Before it is asked for; what is wrong with it is told to who asks.
pagefind?.load().catch(() => undefined);

async function answer(request: IndexRequest): Promise<IndexAnswer> {
  try {
    if (pagefind === null) throw new Error('Pagefind is gone.');
    return request.wanted === 'index'
      ? { index: await makeIndex(request.job, (records) => indexPages(pagefind, records)) }
      : { engine: await readEngine(pagefind) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

/** What is handed over instead of being copied. */
function buffersOf(told: IndexAnswer): ArrayBuffer[] {
  return 'index' in told ? told.index.words.map(({ bytes }) => bytes.buffer) : [];
}

async function end(): Promise<void> {
  if (pagefind !== null) await endPagefind(pagefind);
  setTimeout(() => parentPort?.close(), ENDED_MS);
}

let last = Promise.resolve();

parentPort?.on('message', (request: IndexRequest) => {
  if (request.wanted === 'end') void end();
  else last = last.then(() => answer(request)).then(tell);
});

function tell(told: IndexAnswer): void {
  parentPort?.postMessage(told, buffersOf(told));
}
