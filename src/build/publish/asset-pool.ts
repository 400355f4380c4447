import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeEmptyFolders } from '../empty-folders.ts';
import { linkOrCopy } from './change-tree.ts';
import type { Contents } from './contents.ts';
import { replaceFile } from '../replace-file.ts';
import type { StateFolder } from './state-folder.ts';
import { turns } from './turns.ts';

const DAY = 86_400_000;
/** How long a page may stay open and still find what it was made with. */
const KEPT_MS = 7 * DAY;

/** Files whose names or folders change with their content, as nginx.conf knows them: the code of pages, and indexes of texts. */
const HASHED = /^(?:_assets|search\/text)\//;

/** Whether the name of a file of a site holds the hash of its content. */
export function isHashed(file: string): boolean {
  return HASHED.test(file);
}

/**
 * Puts the assets among some files of a tree into the pool. One that only has another name than before,
 * as most of an index of texts has after an edit, takes no room of its own.
 *
 * @param tree what they lie in
 * @param contents what they hold
 * @param before the assets of what was shown before, which are in the pool
 */
export async function fillPool(
  state: StateFolder,
  tree: string,
  files: readonly string[],
  contents: Contents,
  before: Contents,
): Promise<void> {
  const assets = files.filter(isHashed);
  if (assets.length === 0) return;
  const pooled = new Map<string | undefined, string>();
  for (const [file, hash] of before) pooled.set(hash, file);
  const turn = turns();
  for (const file of assets) {
    const place = join(state.pool, file);
    await turn();
    if (isThere(place)) continue;
    mkdirSync(dirname(place), { recursive: true });
    const same = join(state.pool, pooled.get(contents.get(file)) ?? file);
    linkOrCopy(isThere(same) ? same : join(tree, file), place);
  }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/**
 * Notes which assets are in use now, and lets those go that have not been for a week and that no
 * release has either, whatever the clock says.
 *
 * @param shown contents of the release that is shown, and of the one that was until now
 * @param kept contents of all releases that are kept
 * @param now milliseconds since 1970
 */
export async function agePool(
  state: StateFolder,
  shown: readonly Contents[],
  kept: readonly Contents[],
  now: number,
): Promise<void> {
  const lastUse = readRecord(state.poolRecord);
  for (const contents of shown) {
    for (const file of contents.keys()) if (isHashed(file)) lastUse.set(file, now);
  }
  const turn = turns();
  for (const [file, at] of lastUse) {
    // The clock was set back: a time to come would keep the file for as long.
    if (at > now) lastUse.set(file, now);
    if (now - at < KEPT_MS || kept.some((contents) => contents.has(file))) continue;
    rmSync(join(state.pool, file), { force: true });
    removeEmptyFolders(state.pool, file);
    lastUse.delete(file);
    await turn();
  }
  replaceFile(state.poolRecord, `${JSON.stringify(Object.fromEntries(lastUse))}\n`);
}

function readRecord(path: string): Map<string, number> {
  try {
    const record: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return new Map(
      Object.entries(record ?? {}).filter(
        (entry): entry is [string, number] => typeof entry[1] === 'number' && isHashed(entry[0]),
      ),
    );
  } catch {
    return new Map();
  }
}
