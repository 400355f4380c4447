import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { agePool, fillPool, isHashed } from './asset-pool.ts';
import { changeTree } from './change-tree.ts';
import {
  type Contents,
  differenceOf,
  readContents,
  readContentsText,
  shortHash,
  someOf,
  textOf,
  writeContents,
} from './contents.ts';
import {
  contentsFile,
  heldRelease,
  listReleases,
  namesIn,
  type Release,
  showRelease,
  shownRelease,
} from './releases.ts';
import type { StateFolder } from './state-folder.ts';

/** What came of a build. */
export interface Publication {
  /** `unchanged`: the site is the one that is there. `held`: it is kept, but a rollback holds another. */
  readonly result: 'published' | 'unchanged' | 'held';
  readonly release: string;
  /** Files that differ from those of the release before, the ones that went included. */
  readonly changed: number;
}

/** Where a publish is, for tests that cut it off. */
export type PublishStage = 'begun' | 'laid out' | 'pooled' | 'listed' | 'kept' | 'shown';

const NOTHING: Contents = new Map();

/**
 * Makes a release of what the engine wrote, and shows it. What was shown stays as it is until one
 * `rename` replaces the link to it, so a crash at any point leaves the old site or the new one.
 *
 * @param contents what `state.work` holds, as `textOf` gives it
 * @param reached told of each stage
 */
export async function publishRelease(
  state: StateFolder,
  contents: string,
  reached: (stage: PublishStage) => void = () => undefined,
): Promise<Publication> {
  for (const folder of [state.releases, state.contents, state.pool]) {
    mkdirSync(folder, { recursive: true });
  }
  const releases = listReleases(state);
  const newest = releases.at(-1);
  const hash = shortHash(contents);
  if (newest?.hash === hash) return show(state, newest.id, 0);
  const id = `${String((newest?.number ?? 0) + 1)}-${hash}`;

  const there = readContentsText(nextContents(state));
  // Until it is complete again nobody may take it for what it was.
  rmSync(nextContents(state), { force: true });
  if (there === null) await rm(state.next, { recursive: true, force: true });
  mkdirSync(state.next, { recursive: true });
  reached('begun');
  const before = there ?? '';
  const { from, to } = differenceOf(before, contents);
  const { changed, removed } = await changeTree(state.next, from, to, state.work);
  reached('laid out');
  // What was there has been part of a release, whose assets are in the pool.
  await fillPool(state, state.next, changed, to, someOf(before, isHashed));
  reached('pooled');
  writeContents(contentsFile(state, id), contents);
  reached('listed');
  // One that was cut off after its contents were listed and before it was moved here.
  await rm(join(state.releases, id), { recursive: true, force: true });
  renameSync(state.next, join(state.releases, id));
  reached('kept');
  const shown = show(state, id, changed.length + removed);
  reached('shown');
  return shown;
}

/** Shows a release unless a rollback holds another one, which may begin at any time. */
function show(state: StateFolder, id: string, changed: number): Publication {
  const wasShown = shownRelease(state);
  if (heldOf(state) === null && wasShown !== id) showRelease(state, id);
  // Again, as a rollback may have begun meanwhile.
  const held = heldOf(state);
  if (held !== null && shownRelease(state) !== held) showRelease(state, held);
  if (held !== null && held !== id) return { result: 'held', release: id, changed };
  return { result: wasShown === id ? 'unchanged' : 'published', release: id, changed };
}

/** The release that is held, if it is still there. */
function heldOf(state: StateFolder): string | null {
  const held = heldRelease(state);
  return listReleases(state).some(({ id }) => id === held) ? held : null;
}

/**
 * What can be done after a release is shown: lets old releases and assets go, and prepares the tree
 * that becomes the next release, so that little is left to do for it. May be cut off at any time.
 *
 * @param keep how many releases stay; the shown one and a held one stay in any case
 * @param now milliseconds since 1970
 */
export async function tidyReleases(state: StateFolder, keep: number, now: number): Promise<void> {
  const releases = listReleases(state);
  const shown = shownRelease(state);
  const stay = new Set([...releases.slice(-keep).map(({ id }) => id), shown, heldRelease(state)]);
  const surplus = releases.filter(({ id }) => !stay.has(id));
  const shownContents = shown === null ? null : readContents(contentsFile(state, shown));
  if (shown !== null && shownContents !== null) {
    await agePoolOf(state, releases, shown, now);
    await prepareNext(state, surplus, join(state.releases, shown), shownContents);
  }
  for (const { id } of surplus) await removeRelease(state, id);
  const known = new Set(listReleases(state).map(({ id }) => id));
  for (const name of namesIn(state.releases)) {
    if (!known.has(name)) await rm(join(state.releases, name), { recursive: true, force: true });
  }
  for (const name of namesIn(state.contents)) {
    if (!known.has(name.replace(/\.txt$/, '')) && name !== 'next.txt') {
      rmSync(join(state.contents, name), { force: true });
    }
  }
}

async function agePoolOf(
  state: StateFolder,
  releases: readonly Release[],
  shown: string,
  now: number,
): Promise<void> {
  const at = releases.findIndex(({ id }) => id === shown);
  const read = ({ id }: Release): Contents => readContents(contentsFile(state, id)) ?? NOTHING;
  const kept = releases.map(read);
  await agePool(state, kept.slice(Math.max(0, at - 1), at + 1), kept, now);
}

/** Turns a release that is not kept into the tree of the next one, or makes that anew. */
async function prepareNext(
  state: StateFolder,
  surplus: Release[],
  shownTree: string,
  shown: Contents,
): Promise<void> {
  let there = readContents(nextContents(state));
  rmSync(nextContents(state), { force: true });
  if (there === null) {
    await rm(state.next, { recursive: true, force: true });
    const oldest = surplus.shift();
    if (oldest !== undefined) {
      there = readContents(contentsFile(state, oldest.id));
      if (there === null) await removeRelease(state, oldest.id);
      else renameSync(join(state.releases, oldest.id), state.next);
      rmSync(contentsFile(state, oldest.id), { force: true });
    }
  }
  mkdirSync(state.next, { recursive: true });
  await changeTree(state.next, there ?? NOTHING, shown, shownTree);
  writeContents(nextContents(state), textOf(shown));
}

/** Gives back what the tree of the next release takes, for a disk that is full. */
export async function dropNext(state: StateFolder): Promise<void> {
  rmSync(nextContents(state), { force: true });
  await rm(state.next, { recursive: true, force: true });
}

async function removeRelease(state: StateFolder, id: string): Promise<void> {
  await rm(join(state.releases, id), { recursive: true, force: true });
  rmSync(contentsFile(state, id), { force: true });
}

function nextContents(state: StateFolder): string {
  return join(state.contents, 'next.txt');
}
