import { textFiles } from '../../src/build/plan/text-files.ts';
import { findPagefind, pagefindIndexer } from '../../src/build/search/pagefind.ts';
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
  const installed = findPagefind();
  if (installed === null) throw new Error('Pagefind is not installed.');
  const indexer = pagefindIndexer(installed);
  const site: FullTextSite = new Map([['/engine', new Uint8Array(await indexer.engine())]]);
  const put = async (folder: string, records: readonly TextRecord[]): Promise<void> => {
    for (const output of textFiles(folder, records, await indexer.index(records))) {
      const body =
        output.kind === 'json' ? JSON.stringify(output.data) : new Uint8Array(await output.bytes());
      site.set(`/${output.file}`, body);
    }
  };
  const places: { folder: string; from: number }[] = [];
  let from = 0;
  for (const [at, records] of shards.entries()) {
    await put(`shard${at}`, records);
    places.push({ folder: `/shard${at}/`, from });
    from += records.length;
  }
  if (messages.length > 0) await put('messages', messages);
  const lately = messages.length > 0 ? { folder: '/messages/', at: [...messages.keys()] } : null;
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
