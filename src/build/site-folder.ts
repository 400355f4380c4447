import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { OutputHasLink, OutputNotOurs, OutputRefused } from '../errors/catalogue.ts';
import { SiteError } from '../errors/site-error.ts';
import type { BuildRecord } from './record.ts';

/** Files of the engine in the output folder while a build runs; none of them is published. */
export const STAGING_FOLDER = '.dbt-workbench-staging';
export const LOCK_FILE = '.dbt-workbench.lock';

/** A file as it lies on the disk. */
export interface FileOnDisk {
  readonly size: number;
  /** Modification time in seconds since 1970. */
  readonly time: number;
}

/**
 * Refuses places where a site must never be written, before anything is created.
 *
 * @param out absolute path of the output folder
 * @param artifacts absolute path of the artifacts folder
 * @param cacheDir absolute path of the cache
 * @param history absolute path of the history of runs; null where none is kept
 * @throws SiteError `OutputRefused`
 */
export function refuseBadPlaces(
  out: string,
  artifacts: string,
  cacheDir: string,
  history: string | null = null,
): void {
  const refuse = (reason: string): never => {
    throw new SiteError(OutputRefused, OutputRefused.message(out, reason));
  };
  const real = realPlace(out);
  if (dirname(real) === real) refuse('is the root of the file system');
  const home = homeFolder();
  if (home !== null && holds(real, realPlace(home))) refuse('is your home folder, or holds it');
  if (holds(real, realPlace(artifacts)))
    refuse(`is the artifacts folder ${artifacts}, or holds it`);
  if (holds(real, realPlace(cacheDir))) refuse(`holds the cache ${cacheDir}`);
  if (history !== null && holds(real, realPlace(history))) {
    refuse(`holds the history of runs ${history}`);
  }
  const found = statSync(out, { throwIfNoEntry: false });
  if (found !== undefined && !found.isDirectory()) refuse('is a file');
  if (found === undefined && lstatSync(out, { throwIfNoEntry: false }) !== undefined) {
    refuse('is a symbolic link that leads nowhere');
  }
}

/** Null for users that no one has told the system of, as a container may run under any number. */
function homeFolder(): string | null {
  try {
    return homedir();
  } catch {
    return null;
  }
}

/** The path with links resolved as far as it exists. */
function realPlace(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    const parent = dirname(absolute);
    return parent === absolute ? absolute : join(realPlace(parent), relative(parent, absolute));
  }
}

function holds(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/**
 * All files of the output folder in one walk, by path with forward slashes; empty when there is no
 * such folder.
 *
 * @throws SiteError `OutputHasLink`
 */
export function readSiteFolder(out: string): Map<string, FileOnDisk> {
  const files = new Map<string, FileOnDisk>();
  const visit = (inside: string): void => {
    for (const entry of readdirSync(join(out, inside), { withFileTypes: true })) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (inside === '' && isOwn(path)) continue;
      if (entry.isSymbolicLink()) {
        throw new SiteError(OutputHasLink, OutputHasLink.message(out, path));
      }
      if (entry.isDirectory()) {
        visit(path);
        continue;
      }
      const { size, mtimeMs } = statSync(join(out, path));
      files.set(path, { size, time: mtimeMs / 1000 });
    }
  };
  if (statSync(out, { throwIfNoEntry: false }) !== undefined) visit('');
  return files;
}

/**
 * Refuses a folder with content when no earlier build is on record that wrote at least one of its
 * files.
 *
 * @throws SiteError `OutputNotOurs`
 */
export function refuseForeignFolder(out: string, record: BuildRecord | null): void {
  if (statSync(out, { throwIfNoEntry: false }) === undefined) return;
  const example = readdirSync(out).find((name) => !isOwn(name));
  if (example === undefined) return;
  for (const file of record?.files.keys() ?? []) {
    if (lstatSync(join(out, file), { throwIfNoEntry: false }) !== undefined) return;
  }
  throw new SiteError(OutputNotOurs, OutputNotOurs.message(out, example));
}

/** Whether a name at the top of the output folder is the engine's own. */
function isOwn(name: string): boolean {
  return name === STAGING_FOLDER || name.startsWith(LOCK_FILE);
}
