import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { TextRecord } from '../../view/search/text-record.ts';
import { jobOf } from './indexer-thread.ts';
import { makeIndex } from './make-index.ts';
import { endPagefind, findPagefind, indexPages, type PagefindIndex } from './pagefind.ts';
import type { MadeIndex } from './text-index.ts';

const installed = findPagefind();
if (installed === null) throw new Error('Pagefind is not installed.');
const pagefind = installed;
const folder = mkdtempSync(join(tmpdir(), 'kept-'));

afterAll(async () => {
  await endPagefind(pagefind);
  rmSync(folder, { recursive: true });
});

/** Texts that share words, with accents, with forms of them, and with none at all. */
const TEXTS = Array.from({ length: 60 }, (_, at) => {
  const own = `model_${at} handles orders_${at % 7} of the shop, café ${at % 2 === 0 ? 'Résumé' : 'resume'}`;
  return {
    id: `m${at}`,
    text: at % 20 === 19 ? '—' : `${own} ${'customers ordering '.repeat(at % 5)}`,
  };
});
type Text = (typeof TEXTS)[number];

const edited = TEXTS.with(7, { id: 'm7', text: 'Nothing but naïve, new words' });
const STEPS: readonly (readonly [name: string, texts: readonly Text[]])[] = [
  ['nothing changed', TEXTS],
  ['one was edited', edited],
  ['one was edited back', TEXTS],
  ['some were removed', TEXTS.filter((_, at) => at % 9 !== 0)],
  [
    'some were added between others',
    TEXTS.flatMap((text, at) =>
      at % 11 === 0 ? [{ id: `new${at}`, text: `Café of ${at}` }, text] : [text],
    ),
  ],
  ['all stand in another order', TEXTS.toReversed()],
  ['one is there twice', [...TEXTS, ...TEXTS.slice(3, 4)]],
  ['most went', TEXTS.slice(50)],
  ['all are new', TEXTS.map(({ id, text }) => ({ id: `other${id}`, text: `${text} again` }))],
];

/** Makes an index, and says which records Pagefind was handed for it. */
async function made(texts: readonly Text[], name: string, maker = 'test') {
  const handed: string[] = [];
  const index = async (records: readonly TextRecord[]): Promise<PagefindIndex> => {
    handed.push(...records.map(({ path }) => path));
    return indexPages(pagefind, records);
  };
  const sources = texts.map(({ id, text }) => ({
    key: `${id} ${text}`,
    record: () => ({ path: id, text }),
  }));
  const job = jobOf({ name, sources }, { folder, maker });
  return { index: told(await makeIndex(job, index)), handed };
}

/** Buffers differ by where their bytes come from. */
function told({ words, ...others }: MadeIndex): unknown {
  const files = words.map(({ bytes, ...own }) => ({
    ...own,
    bytes: Buffer.from(bytes).toString('hex'),
  }));
  return { ...others, files };
}

describe('an index that is made from the one before', () => {
  it('is the same as one that is made from nothing, step after step', async () => {
    for (const [at, [step, texts]] of STEPS.entries()) {
      const { index } = await made(texts, 'warm');
      expect(index, step).toEqual((await made(texts, `cold${at}`)).index);
    }
  });

  it('has Pagefind index what is new or has changed', async () => {
    await made(TEXTS, 'edits');
    expect((await made(edited, 'edits')).handed).toEqual(['m7']);
    expect((await made(edited.toReversed(), 'edits')).handed).toEqual([]);
    expect((await made(TEXTS.slice(5), 'edits')).handed).toEqual(['m7']);
  });

  it.each<[string, (file: string) => void]>([
    ['was cut off', (file) => truncateSync(file, 5000)],
    ['is empty', (file) => truncateSync(file, 0)],
    ['has another byte', (file) => writeFileSync(file, readFileSync(file).fill(7, 900, 901))],
    ['is gone', (file) => rmSync(file)],
  ])('is made from nothing where that %s', async (_, damage) => {
    const before = await made(TEXTS, 'damaged');
    damage(join(folder, 'damaged.index'));
    const after = await made(TEXTS, 'damaged');
    expect(after.handed).toHaveLength(TEXTS.length);
    expect(after.index).toEqual(before.index);
  });

  it('takes nothing of what another release has kept', async () => {
    await made(TEXTS, 'release', 'one');
    expect((await made(TEXTS, 'release', 'another')).handed).toHaveLength(TEXTS.length);
  });
});
