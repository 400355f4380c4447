import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as pagefindModule from 'pagefind';
import type { TextRecord } from '../../view/search/text-record.ts';
import { unpacked } from './packed-file.ts';
import { whileProgramRuns } from './program-end.ts';
import { readMeta } from './read-meta.ts';

/** The package, as far as it is used here. */
type Pagefind = Pick<typeof pagefindModule, 'createIndex' | 'close'>;

/** Words are reduced to their stems by the rules of this language. */
const LANGUAGE = 'en';
/** The version whose files are read here, and searched by `islands/full-text/`. */
const VERSION = '1.5.2';

/** A word that nobody looks for. */
const NOTHING: TextRecord = { path: '/', text: 'qzxjvqzxjv' };

/** Pagefind where it is installed, not started yet. */
export interface InstalledPagefind {
  readonly version: string;
  readonly load: () => Promise<Pagefind>;
}

/** Its name and version: another one may make other files of the same records. */
export function pagefindVersion({ version }: Pick<InstalledPagefind, 'version'>): string {
  return `pagefind ${version}`;
}

/** What Pagefind says of records. */
export interface PagefindIndex {
  readonly version: string;
  /** How many words each record has, in their order. */
  readonly lengths: readonly number[];
  /** Its files of words, unpacked, in their order: see `WordReader`. */
  readonly files: readonly Uint8Array[];
}

/**
 * Indexes records, at least one. What is said of one depends on no other.
 *
 * Starts the program, a process of its own, which is there for what comes next until it is ended. What it makes of some
 * thousand records takes some hundred megabytes there.
 */
export async function indexPages(
  installed: InstalledPagefind,
  records: readonly TextRecord[],
): Promise<PagefindIndex> {
  return running(installed, (pagefind) => makeIndex(pagefind, records));
}

/** The program that a browser searches an index with. */
export async function readEngine(installed: InstalledPagefind): Promise<Uint8Array> {
  return running(installed, async (pagefind) =>
    fileOf(await filesOf(pagefind, [NOTHING]), `wasm.${LANGUAGE}.pagefind`),
  );
}

/** Ends the program, if it runs. */
export async function endPagefind({ load }: InstalledPagefind): Promise<void> {
  await (await load()).close();
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

async function makeIndex(
  pagefind: Pagefind,
  records: readonly TextRecord[],
): Promise<PagefindIndex> {
  let texts = records.map(withAWord);
  let files = await filesOf(pagefind, texts);
  let index = readIndex(files);
  if (index.lengths.length < records.length) {
    // Whatever else it takes for a page without words has one then.
    const known = placesOf(files);
    texts = texts.map((record, at) => (known.has(at) ? record : withNothing(record)));
    files = await filesOf(pagefind, texts);
    index = readIndex(files);
  }
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

function readIndex(files: ReadonlyMap<string, Uint8Array>): PagefindIndex {
  const meta = [...files].find(([file]) => file.endsWith('.pf_meta'))?.[1];
  const { version, lengths, files: names } = readMeta(unpacked(meta ?? new Uint8Array()));
  return {
    version,
    lengths,
    files: names.map((name) => unpacked(fileOf(files, `index/${name}.pf_index`))),
  };
}

/** The places of the records that Pagefind has a page of. */
function placesOf(files: ReadonlyMap<string, Uint8Array>): Set<number> {
  const fragments = [...files].filter(([file]) => file.endsWith('.pf_fragment'));
  return new Set(
    fragments.map(([, bytes]) => {
      const { url } = JSON.parse(Buffer.from(unpacked(bytes)).toString()) as { url: string };
      return Number(url.slice(1));
    }),
  );
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
    for (const [at, { path, text }] of records.entries()) {
      // Half a character is no UTF-8, which the program reads.
      const content = text.toWellFormed();
      // Nothing that is read here tells of the address, so it may say which record it is.
      const added = await index.addCustomRecord({ url: `/${at}`, content, language: LANGUAGE });
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

/** Ends a program that has failed, so that what comes next is done by another. */
async function running<T>(
  { load }: InstalledPagefind,
  task: (pagefind: Pagefind) => Promise<T>,
): Promise<T> {
  const pagefind = await load();
  try {
    return await whileProgramRuns(() => task(pagefind));
  } catch (error) {
    await pagefind.close();
    throw error;
  }
}
