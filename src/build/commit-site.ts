import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { removeEmptyFolders } from './empty-folders.ts';
import { notWritable } from './not-writable.ts';

/** A file in the staging folder and its place in the output folder. */
export interface StagedFile {
  readonly staged: string;
  readonly file: string;
}

const FILES_PER_TURN = 500;

/**
 * Moves the staged files into place, one `rename` each, and then removes the orphans.
 *
 * @param orphans files of earlier builds that the site does not have any more
 * @throws SiteError `OutputNotWritable`
 */
export async function commitSite(
  out: string,
  stagingDir: string,
  files: readonly StagedFile[],
  orphans: readonly string[],
): Promise<void> {
  const folders = new Set<string>();
  const move = ({ staged, file }: StagedFile): void => {
    const target = join(out, file);
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    renameSync(join(stagingDir, staged), target);
  };

  let orphansAreGone = false;
  for (const [at, file] of files.entries()) {
    // Other work of this process, such as serving the site, goes on in between.
    if (at % FILES_PER_TURN === FILES_PER_TURN - 1) await nextTurn();
    try {
      move(file);
    } catch (error) {
      if (orphansAreGone) throw notWritable(file.file, error);
      // An orphan may stand where a folder belongs, or the other way round.
      removeOrphans(out, orphans);
      orphansAreGone = true;
      try {
        move(file);
      } catch (again) {
        throw notWritable(file.file, again);
      }
    }
  }
  if (!orphansAreGone) removeOrphans(out, orphans);
}

function removeOrphans(out: string, orphans: readonly string[]): void {
  for (const orphan of orphans) {
    try {
      rmSync(join(out, orphan), { force: true });
    } catch (error) {
      throw notWritable(orphan, error);
    }
    removeEmptyFolders(out, orphan);
  }
}
