import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import type * as pagefindModule from 'pagefind';
import type { TextRecord } from '../../view/search/text-record.ts';
import type { IndexFile, MadeIndex, TextIndexer } from './text-index.ts';

/** The package, as far as it is used here. */
type Pagefind = Pick<typeof pagefindModule, 'createIndex' | 'close'>;

/** Words are reduced to their stems by the rules of this language. */
const LANGUAGE = 'en';
/** Decompressed files of Pagefind begin with this. */
const SIGNATURE = 'pagefind_dcd';

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

/** Full text by Pagefind, a program of its own that runs as long as there is something to index. */
export function pagefindIndexer(installed: InstalledPagefind): TextIndexer {
  const { load } = installed;
  return {
    version: pagefindVersion(installed),
    index: (records) => inTurn(load, async (pagefind) => makeIndex(pagefind, records())),
    runtime: () =>
      inTurn(load, async (pagefind) => {
        // An index of its own, which the others are merged into in the browser.
        const files = await filesOf(pagefind, [NOTHING]);
        return files.filter(
          ({ file }) => isRuntime(file) || (isIndex(file) && !file.startsWith('fragment/')),
        );
      }),
  };
}

/**
 * Looks for the program, an optional dependency with a package for each system: npm may have left it out, and it isn't
 * made for every system.
 *
 * @returns null where it isn't installed
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
    return { version, load: () => import('pagefind') };
  } catch {
    return null;
  }
}

async function makeIndex(pagefind: Pagefind, records: readonly TextRecord[]): Promise<MadeIndex> {
  const files = await filesOf(pagefind, records);
  const idOf = new Map(
    files.flatMap(({ file, bytes }) => {
      const id = /^fragment\/(.*)\.pf_fragment$/.exec(file)?.[1];
      return id === undefined ? [] : [[pathOf(bytes), id] as const];
    }),
  );
  return {
    files: files.filter(({ file }) => isIndex(file)),
    ids: records.map(({ path }) => idOf.get(path) ?? ''),
  };
}

function pathOf(fragment: Uint8Array): string {
  const text = gunzipSync(fragment).toString().slice(SIGNATURE.length);
  return (JSON.parse(text) as { url: string }).url;
}

async function filesOf(pagefind: Pagefind, records: readonly TextRecord[]): Promise<IndexFile[]> {
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
    // Not written to a folder: the program says that it has done so before all is there.
    const made = await index.getFiles();
    if (made.errors.length > 0) throw new Error(made.errors.join(' '));
    return made.files.map(({ path, content }) => ({ file: path, bytes: content }));
  } finally {
    await index.deleteIndex();
  }
}

const ENTRY = 'pagefind-entry.json';

/** Pagefind also gives user interfaces, which are not needed. */
function isIndex(file: string): boolean {
  return file === ENTRY || /\.pf_(?:meta|index|fragment)$/.test(file);
}

function isRuntime(file: string): boolean {
  return file === 'pagefind.js' || file === `wasm.${LANGUAGE}.pagefind`;
}

/** There is one program for all that a process indexes. */
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
