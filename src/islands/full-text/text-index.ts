import type { MetWord } from '../../search/excerpt.ts';
import { textsPath, wordsPath } from '../../view/search/text-paths.ts';
import type { Engine } from './engine.ts';
import { fetchFile, fetchFrom } from './fetch-file.ts';
import { holdsWord } from './holds-word.ts';
import type { SearchTerm } from './search-term.ts';
import { writeCbor } from './write-cbor.ts';

/** What `/schemas/search-words.json` says. */
interface WordsJson {
  readonly version: string;
  readonly lengths: readonly number[];
  readonly first: readonly string[];
  readonly texts: readonly string[];
  readonly texts_in: readonly number[];
  readonly texts_per_file: number;
}

/** What `/schemas/search-texts.json` says. */
interface TextsJson {
  readonly paths: readonly string[];
  readonly texts: readonly string[];
}

/** A page, as far as it is searched. */
export interface TextPage {
  /** Below the base. */
  readonly path: string;
  readonly text: string;
  readonly met: readonly MetWord[];
}

/** A text of an index that was found. */
export interface IndexHit {
  /** Which text of the index it is. */
  readonly page: number;
  readonly score: number;
  readonly load: () => Promise<TextPage>;
}

/** What an index has for a query. */
export interface IndexAnswer {
  /** Best first. */
  readonly hits: readonly IndexHit[];
  /** Whether it has each word of the query. */
  readonly has: readonly boolean[];
}

export interface TextIndex {
  readonly search: (term: SearchTerm) => Promise<IndexAnswer>;
}

/** No word begins with this. */
const GREATEST = '\u{10ffff}';
/** Files of Pagefind begin with this. */
const SIGNATURE = 'pagefind_dcd';

/**
 * Loads an index, and the files of its words and texts when they are first needed.
 *
 * @param folder its address, with a slash at the end
 */
export async function openIndex(folder: string, starting: Promise<Engine>): Promise<TextIndex> {
  const loading = fetchFile(`${folder}index.json`, 'default') as Promise<WordsJson>;
  const [engine, json] = await Promise.all([starting, loading]);
  const { version, lengths, first } = json;
  const around = folder.replace(/[^/]+\/$/, '');
  const index = engine.open(
    writeCbor([
      version,
      // Pages and files are named by their places.
      lengths.map((length, at) => [String(at), length]),
      first.map((word, at) => [word, lastBefore(first[at + 1]), String(at)]),
      [],
      [],
      [],
    ]),
  );
  let known = '';
  const addWords = async (file: string): Promise<void> => {
    const bytes = await fetchPacked(folder + wordsPath(Number(file)));
    known += new TextDecoder('latin1').decode(bytes);
    index.add(bytes);
  };
  const added = once(addWords);
  const texts = once(
    async (file: string) => (await fetchFile(around + file, 'default')) as TextsJson,
  );
  return {
    async search(term) {
      await Promise.all(index.filesFor(term).map(added));
      const hits = index.search(term).map(({ page, score, met }): IndexHit => {
        const at = Number(page);
        return {
          page: at,
          score,
          async load() {
            const place = textPlace(at, json);
            const { paths, texts: own } = await texts(place.file);
            return { path: paths[place.at] ?? '/', text: own[place.at] ?? '', met: met() };
          },
        };
      });
      return { hits, has: term.plain.split(' ').map((word) => holdsWord(known, word)) };
    },
  };
}

/** The file that a page's text is in, and where in it. */
function textPlace(page: number, { texts, texts_in: counts, texts_per_file: perFile }: WordsJson) {
  let at = page;
  let folder = 0;
  for (; at >= (counts[folder] ?? Infinity); folder++) at -= counts[folder] ?? 0;
  return {
    file: `${texts[folder] ?? ''}/${textsPath(Math.floor(at / perFile))}`,
    at: at % perFile,
  };
}

/**
 * The last of all words before one: files of words leave no gap between them, as Pagefind looks for a word that is in
 * a gap only if it finds no other one of a query.
 *
 * @param next where the next file begins; undefined after the last
 */
function lastBefore(next: string | undefined): string {
  const letters = [...(next ?? '')];
  const last = letters.pop()?.codePointAt(0) ?? 0;
  // Half a character is no letter.
  const before = last === 0xe000 ? 0xd7ff : last - 1;
  return before < 0 ? GREATEST : letters.join('') + String.fromCodePoint(before) + GREATEST;
}

/** A file of Pagefind, unpacked and without what it begins with. */
export async function fetchPacked(href: string): Promise<Uint8Array<ArrayBuffer>> {
  const { body } = await fetchFrom(href);
  if (body === null) throw new Error(`${href} is empty.`);
  const unpacked = new Response(body.pipeThrough(new DecompressionStream('gzip')));
  return new Uint8Array(await unpacked.arrayBuffer()).subarray(SIGNATURE.length);
}

/** Does something once for each key, and again where it failed. */
function once<T>(task: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const done = new Map<string, Promise<T>>();
  return (key) => {
    const known = done.get(key);
    if (known !== undefined) return known;
    const doing = task(key);
    done.set(key, doing);
    doing.catch(() => done.delete(key));
    return doing;
  };
}
