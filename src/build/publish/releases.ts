import {
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { StateFolderForeign } from '../../errors/live-catalogue.ts';
import { SiteError } from '../../errors/site-error.ts';
import type { StateFolder } from './state-folder.ts';

/** A complete site that is kept. */
export interface Release {
  /** `12-3f2a9c1d`. */
  readonly id: string;
  /** Counts up. Times would not do to tell older from newer, as clocks are set back. */
  readonly number: number;
  /** See `shortHash`. */
  readonly hash: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
}

const ID = /^([1-9][0-9]{0,14})-([0-9a-f]{8})$/;

/** The releases of a state folder, the oldest first. */
export function listReleases(state: StateFolder): Release[] {
  const found: Release[] = [];
  for (const name of namesIn(state.releases)) {
    const [, number, hash] = ID.exec(name) ?? [];
    const contents = statSync(contentsFile(state, name), { throwIfNoEntry: false });
    if (number === undefined || hash === undefined || contents === undefined) continue;
    found.push({ id: name, number: Number(number), hash, madeAt: contents.mtimeMs });
  }
  return found.sort((a, b) => a.number - b.number);
}

/** The file that says what is in a release. */
export function contentsFile(state: StateFolder, id: string): string {
  return join(state.contents, `${id}.txt`);
}

/** The id of the release that is shown; null when none is. */
export function shownRelease(state: StateFolder): string | null {
  try {
    const id = basename(readlinkSync(state.current));
    return ID.test(id) && statSync(state.current, { throwIfNoEntry: false }) ? id : null;
  } catch {
    return null;
  }
}

/**
 * Shows a release: one `rename` of a link, so that every request sees one release or the other.
 *
 * @throws SiteError `StateFolderForeign` when there is something else where the link belongs
 */
export function showRelease(state: StateFolder, id: string): void {
  const found = lstatSync(state.current, { throwIfNoEntry: false });
  if (found !== undefined && !found.isSymbolicLink()) {
    throw new SiteError(StateFolderForeign, StateFolderForeign.message(state.current));
  }
  const aside = `${state.current}.${process.pid}`;
  rmSync(aside, { force: true });
  symlinkSync(join('releases', id), aside);
  renameSync(aside, state.current);
}

/** The id of the release that a rollback holds; null when the newest is shown. */
export function heldRelease(state: StateFolder): string | null {
  try {
    const id = readFileSync(state.hold, 'utf8').trim();
    return ID.test(id) ? id : null;
  } catch {
    return null;
  }
}

export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
