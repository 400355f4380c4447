import { rmSync } from 'node:fs';
import { NoEarlierRelease, ReleaseUnknown } from '../../errors/live-catalogue.ts';
import { SiteError } from '../../errors/site-error.ts';
import { notWritable } from '../not-writable.ts';
import { listReleases, showRelease, shownRelease } from './releases.ts';
import { replaceFile } from '../replace-file.ts';
import type { StateFolder } from './state-folder.ts';

/**
 * Shows a release and holds it: newer builds become releases as well, but are not shown until
 * {@link resume}. Safe while builds go on.
 *
 * @param wanted an id; null for the one before the one that is shown
 * @returns the id of what is shown now
 * @throws SiteError `ReleaseUnknown`, `NoEarlierRelease`, `StateFolderForeign` or `OutputNotWritable`
 */
export function rollBack(state: StateFolder, wanted: string | null): string {
  const ids = listReleases(state).map(({ id }) => id);
  const shown = shownRelease(state);
  const id = wanted ?? ids[(shown === null ? ids.length : ids.indexOf(shown)) - 1];
  if (id === undefined) throw new SiteError(NoEarlierRelease, NoEarlierRelease.message(state.root));
  if (!ids.includes(id)) {
    throw new SiteError(ReleaseUnknown, ReleaseUnknown.message(id, state.root, ids));
  }
  // First, so that a publish at the same moment finds it.
  try {
    replaceFile(state.hold, `${id}\n`);
    showRelease(state, id);
  } catch (error) {
    throw notWritable(state.root, error);
  }
  return id;
}

/**
 * Ends what a rollback holds, and shows the newest release.
 *
 * @returns its id; null when there is no release
 */
export function resume(state: StateFolder): string | null {
  const newest = listReleases(state).at(-1);
  try {
    rmSync(state.hold, { force: true });
    if (newest !== undefined) showRelease(state, newest.id);
  } catch (error) {
    throw notWritable(state.root, error);
  }
  return newest?.id ?? null;
}
