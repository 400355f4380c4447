import { parentPort } from 'node:worker_threads';
import type { IndexAnswer, IndexRequest } from './indexer-thread.ts';
import { findPagefind, pagefindIndexer } from './pagefind.ts';
import type { MadeIndex } from './text-index.ts';

const pagefind = findPagefind();
const indexer = pagefind === null ? null : pagefindIndexer(pagefind);

async function answer({ number, records }: IndexRequest): Promise<IndexAnswer> {
  try {
    if (indexer === null) throw new Error('Pagefind is gone.');
    const made: MadeIndex =
      records === null
        ? { files: await indexer.runtime(), ids: [] }
        : await indexer.index(() => records);
    return { number, made, failure: null };
  } catch (error) {
    return { number, made: null, failure: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (request: IndexRequest) => {
  void answer(request).then((told) => parentPort?.postMessage(told));
});
