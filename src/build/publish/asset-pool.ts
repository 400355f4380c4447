import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeEmptyFolders } from '../empty-folders.ts';
import { linkOrCopy } from './change-tree.ts';
import type { Contents } from './contents.ts';
import { replaceFile } from './replace-file.ts';
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
 * Puts the assets among some files of a tree into the pool.
 *
 * @param tree what they lie in
 */
export async function fillPool(
  state: StateFolder,
  tree: string,
  files: readonly string[],
): Promise<void> {
  const turn = turns();
  for (const file of files) {
    if (!isHashed(file)) continue;
    const place = join(state.pool, file);
    await turn();
    if (statSync(place, { throwIfNoEntry: false }) !== undefined) continue;
    mkdirSync(dirname(place), { recursive: true });
    linkOrCopy(join(tree, file), place);
  }
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
