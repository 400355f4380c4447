import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchOf, fullTextSite, INDEX } from '../../../tests/search/full-text-site.ts';
import { joinPassages } from '../../search/text-fields.ts';
import { openFullText } from './full-text.ts';

/** A page that says something. */
function aText(id: string, text: string) {
  const passages = joinPassages([
    { field: 'name', text: id },
    { field: 'description', text },
  ]);
  return { path: `/models/model.shop.${id}/`, text: passages };
}

const first = [
  aText('orders', 'Every purchase, once. Café takings are elsewhere.'),
  // More than one file of texts holds.
  ...Array.from({ length: 20 }, (_, at) => aText(`filler_${at}`, 'Nothing to see.')),
];
const second = [aText('refunds', 'Money of a purchase that was given back.')];
const messages = [aText('orders', 'Got 3 results, configured to fail')];

const site = await fullTextSite([first, second], messages);

/** Where the pages that are found stand among the names, best first. */
async function positions(query: string): Promise<number[]> {
  const text = await openFullText(INDEX);
  return (await text?.search(query))?.map(({ at }) => at) ?? [];
}

describe('full text in the browser', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('is found in all shards, by other forms of a word, without accents, and by messages', async () => {
    vi.stubGlobal('fetch', fetchOf(site));
    expect(new Set(await positions('purchases'))).toEqual(new Set([0, 21]));
    expect(await positions('cafe takings')).toEqual([0]);
    expect((await positions('filler_17'))[0]).toBe(18);
    expect(await positions('configured to fail')).toEqual([0]);
    expect(await positions('“”!')).toEqual([]);
  });

  it('is found in quotes as it stands only', async () => {
    vi.stubGlobal('fetch', fetchOf(site));
    expect(await positions('"given back"')).toEqual([21]);
    expect(await positions('"back given"')).toEqual([]);
  });

  it('comes with what the page says and where it was met', async () => {
    vi.stubGlobal('fetch', fetchOf(site));
    const text = await openFullText(INDEX);
    const [hit] = (await text?.search('money given')) ?? [];
    const page = await hit?.load();
    expect(page?.path).toBe('/models/model.shop.refunds/');
    const words = page?.text.split(' ') ?? [];
    const met = page?.met.map(({ location }) => words[location]);
    expect(new Set(met)).toEqual(new Set(['Money', 'given']));
  });

  it('is tried again where a file could not be had', async () => {
    vi.stubGlobal('fetch', fetchOf(site));
    const text = await openFullText(INDEX);
    vi.stubGlobal('fetch', fetchOf(new Map()));
    await expect(text?.search('purchase')).rejects.toThrow('is 404');
    vi.stubGlobal('fetch', fetchOf(site));
    expect(await text?.search('purchase')).toHaveLength(2);
  });

  it('is found where a file of words ends and where the next begins, beside another word', async () => {
    const words = Array.from({ length: 3000 }, (_, at) => `w${String(at).padStart(4, '0')}`);
    const large = await fullTextSite([[aText('large', words.join(' '))]]);
    const beginnings = [...large.values()].flatMap((body) =>
      typeof body === 'string' && body.includes('"first"')
        ? (JSON.parse(body) as { first: string[] }).first.slice(1)
        : [],
    );
    expect(beginnings.length).toBeGreaterThan(2);
    vi.stubGlobal('fetch', fetchOf(large));
    for (const beginning of beginnings) {
      const at = words.findIndex((word) => word.startsWith(beginning));
      expect(await positions(`w0000 ${words[at - 1] ?? ''}`), beginning).toEqual([0]);
      expect(await positions(`w0000 ${words[at] ?? ''}`), beginning).toEqual([0]);
    }
  });

  it('is null where a site has none', async () => {
    vi.stubGlobal('fetch', fetchOf(new Map([[INDEX, '{"full_text":null}']])));
    expect(await openFullText(INDEX)).toBe(null);
  });
});
