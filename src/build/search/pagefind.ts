import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import type * as pagefindModule from 'pagefind';
import type { TextRecord } from '../../view/search/text-record.ts';
import { readMeta } from './read-meta.ts';
import type { MadeIndex, TextIndexer } from './text-index.ts';

/** The package, as far as it is used here. */
type Pagefind = Pick<typeof pagefindModule, 'createIndex' | 'close'>;

/** Words are reduced to their stems by the rules of this language. */
const LANGUAGE = 'en';
/** Decompressed files of Pagefind begin with this. */
const SIGNATURE = 'pagefind_dcd';
/** The version whose files are read here, and searched by `islands/full-text/`. */
const VERSION = '1.5.2';

/**
 * Places of words in one file of an index. Pagefind takes 20,000 as long as nothing else is in its environment, so that
 * one word costs a reader 17 KB in each shard.
 */
const PLACES_PER_FILE = 2000;
const PLACES_SETTING = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';

/** A word that nobody looks for. */
const NOTHING: TextRecord = { path: '/', text: 'qzxjvqzxjv' };

/** Pagefind where it is installed, not started yet. */
export interface InstalledPagefind {
  readonly version: string;
  readonly load: () => Promise<Pagefind>;
}

/** Its name and version: another one may make other files of the same records. */
export function pagefindVersion({ version }: Pick<InstalledPagefind, 'version'>): string {
  return `pagefind ${version}, ${PLACES_PER_FILE}`;
}

/** Full text by Pagefind, a program of its own that runs as long as there is something to index. */
export function pagefindIndexer(installed: InstalledPagefind): TextIndexer {
  const { load } = installed;
  return {
    version: pagefindVersion(installed),
    index: (records) => inTurn(load, (pagefind) => makeIndex(pagefind, records)),
    engine: () =>
      inTurn(load, async (pagefind) =>
        fileOf(await filesOf(pagefind, [NOTHING]), `wasm.${LANGUAGE}.pagefind`),
      ),
  };
}

/**
 * Looks for the program, an optional dependency with a package for each system: npm may have left it out, and it isn't
 * made for every system.
 *
 * @returns null where it isn't installed, or is another version than the one whose files are known here
 */
export function findPagefind(
  resolve: (file: string) => string = createRequire(import.meta.url).resolve,
): InstalledPagefind | null {
  const isWindows = process.platform === 'win32';
  const folder = `@pagefind/${isWindows ? 'windows' : process.platform}-${process.arch}`;
  try {
    const description = readFileSync(resolve(`${folder}/package.json`), 'utf8');
    resolve(`${folder}/bin/pagefind_extended${isWindows ? '.exe' : ''}`);
    const { version } = JSON.parse(description) as { version: string };
    return version === VERSION ? { version, load: () => import('pagefind') } : null;
  } catch {
    return null;
  }
}

async function makeIndex(pagefind: Pagefind, records: readonly TextRecord[]): Promise<MadeIndex> {
  const known = await readIndex(pagefind, records.map(withAWord));
  const whole = known.lengths.length === records.length;
  // Whatever else it takes for a page without words has one then.
  const index = whole ? known : await readIndex(pagefind, records.map(withNothing));
  // Pages stand in the order in which they were added.
  if (index.lengths.length !== records.length) throw new Error('Pagefind has lost a page.');
  return index;
}

/** Pagefind leaves out a page without words, and those that follow would be taken for others. */
function withAWord(record: TextRecord): TextRecord {
  return /[\p{L}\p{N}]/u.test(record.text) ? record : withNothing(record);
}

function withNothing({ path, text }: TextRecord): TextRecord {
  return { path, text: `${text} ${NOTHING.text}` };
}

async function readIndex(pagefind: Pagefind, records: readonly TextRecord[]): Promise<MadeIndex> {
  const files = await filesOf(pagefind, records);
  const packed = [...files].find(([file]) => file.endsWith('.pf_meta'))?.[1];
  const { version, lengths, words } = readMeta(unpacked(packed ?? new Uint8Array()));
  return {
    version,
    lengths,
    words: words.map(({ first, last, name }) => ({
      first,
      last,
      bytes: fileOf(files, `index/${name}.pf_index`),
    })),
  };
}

function unpacked(file: Uint8Array): Uint8Array {
  const bytes = gunzipSync(file);
  if (bytes.toString('latin1', 0, SIGNATURE.length) !== SIGNATURE)
    throw new Error('Pagefind has written a file that is not its own.');
  return bytes.subarray(SIGNATURE.length);
}

function fileOf(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Error(`Pagefind has not made ${name}.`);
  return bytes;
}

async function filesOf(
  pagefind: Pagefind,
  records: readonly TextRecord[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { index, errors } = await pagefind.createIndex({
    forceLanguage: LANGUAGE,
    writePlayground: false,
  });
  if (index === undefined) throw new Error(errors.join(' '));
  try {
    // One after the other: several at once are counted in the order in which they happen to be ready.
    for (const { path, text } of records) {
      // Half a character is no UTF-8, which the program reads.
      const content = text.toWellFormed();
      const added = await index.addCustomRecord({ url: path, content, language: LANGUAGE });
      if (added.errors.length > 0) throw new Error(`${path}: ${added.errors.join(' ')}`);
    }
    // Not written to a folder: that takes twice as long, and is told of before all is there.
    const made = await index.getFiles();
    if (made.errors.length > 0) throw new Error(made.errors.join(' '));
    return new Map(made.files.map(({ path, content }) => [path, content]));
  } finally {
    await index.deleteIndex();
  }
}

/** There is one program for all that a thread indexes. */
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** Lets a task begin when the one before has ended, as each takes some hundred megabytes; ends the program after the last. */
async function inTurn<T>(
  load: InstalledPagefind['load'],
  task: (pagefind: Pagefind) => Promise<T>,
): Promise<T> {
  waiting++;
  const before = last;
  const run = async (): Promise<T> => {
    await before.catch(() => undefined);
    // The program takes its environment from this thread.
    process.env[PLACES_SETTING] = String(PLACES_PER_FILE);
    const pagefind = await load();
    try {
      return await task(pagefind);
    } finally {
      if (--waiting === 0) await pagefind.close();
    }
  };
  const running = run();
  last = running;
  return running;
}
