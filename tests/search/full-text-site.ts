import { planTextIndex } from '../../src/build/plan/text-files.ts';
import { threadedIndexer } from '../../src/build/search/indexer-thread.ts';
import type { TextRecord } from '../../src/view/search/text-record.ts';

/** What a browser fetches of full text, kept here instead of behind HTTP: bodies by their addresses. */
export type FullTextSite = Map<string, BodyInit>;

/** Address of what there is to search in. */
export const INDEX = '/search/index.json';

/**
 * The files of full text, as a build makes them.
 *
 * @param shards texts of neighbours, which count on from shard to shard
 * @param messages of the first resources
 */
export async function fullTextSite(
  shards: readonly (readonly TextRecord[])[],
  messages: readonly TextRecord[] = [],
): Promise<FullTextSite> {
  const indexer = threadedIndexer('test', 1);
  const site: FullTextSite = new Map([['/engine', new Uint8Array(await indexer.engine())]]);
  const put = async (name: string, records: readonly TextRecord[]): Promise<string> => {
    const sources = records.map((record, at) => ({
      id: `${record.path} ${at}`,
      key: JSON.stringify(record),
      record: () => record,
    }));
    const { folder, words, texts } = planTextIndex(name, sources, indexer);
    for (const output of [...(await words.make()), ...texts.map(({ make }) => make())]) {
      if (output.kind === 'file') site.set(`/${output.file}`, new Uint8Array(await output.bytes()));
      else if (output.kind === 'json') site.set(`/${output.file}`, JSON.stringify(output.data));
    }
    return `/${folder}/`;
  };
  const places: { folder: string; from: number }[] = [];
  let from = 0;
  for (const [at, records] of shards.entries()) {
    places.push({ folder: await put(`shard${at}`, records), from });
    from += records.length;
  }
  const lately =
    messages.length > 0
      ? { folder: await put('messages', messages), at: [...messages.keys()] }
      : null;
  const text = { engine: '/engine', shards: places, messages: lately };
  site.set(INDEX, JSON.stringify({ full_text: text }));
  return site;
}

/** Answers from a site. */
export function fetchOf(site: FullTextSite): typeof fetch {
  return (input) => {
    const body = typeof input === 'string' ? site.get(input) : undefined;
    return Promise.resolve(new Response(body ?? null, { status: body === undefined ? 404 : 200 }));
  };
}
