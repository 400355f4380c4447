import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { removeEmptyFolders } from '../empty-folders.ts';
import type { Contents } from './contents.ts';
import { turns } from './turns.ts';

/**
 * Makes a tree hold other contents, by hard links to the files of a source: nothing is copied, and
 * only what differs is touched. Neither tree may be written to in place afterwards.
 *
 * @param from what the tree holds
 * @param to what it is to hold, all of which the source has
 * @returns the files that are new or other ones than before, and how many went
 */
export async function changeTree(
  tree: string,
  from: Contents,
  to: Contents,
  source: string,
): Promise<{ changed: string[]; removed: number }> {
  const turn = turns();
  let removed = 0;
  // First, as a folder may stand where a file belongs, or the other way round.
  for (const file of from.keys()) {
    if (to.has(file)) continue;
    rmSync(join(tree, file), { force: true });
    removeEmptyFolders(tree, file);
    removed++;
    await turn();
  }
  const folders = new Set<string>();
  const changed: string[] = [];
  for (const [file, hash] of to) {
    const known = from.get(file);
    if (known === hash) continue;
    const place = join(tree, file);
    const folder = dirname(place);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    if (known !== undefined) rmSync(place, { force: true });
    linkOrCopy(join(source, file), place);
    changed.push(file);
    await turn();
  }
  return { changed, removed };
}

/** What file systems without hard links, or with no more of them for this file, answer. */
const NO_LINKS: ReadonlySet<unknown> = new Set([
  ...['EPERM', 'EXDEV', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'],
]);

/** Gives a file a second name, or the name to a copy with the same time where that can't be. */
export function linkOrCopy(source: string, place: string): void {
  try {
    linkSync(source, place);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && NO_LINKS.has(error.code))) throw error;
    copyFileSync(source, place, constants.COPYFILE_FICLONE);
    const { atime, mtime } = statSync(source);
    utimesSync(place, atime, mtime);
  }
}
