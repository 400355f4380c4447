import { constants, type Stats } from 'node:fs';
import { copyFile, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { kindOf } from '../artifacts/discover.ts';

/** What lies in a folder of artifacts, as far as builds may see it. */
export interface CopiedArtifacts {
  /** Files that a build has to wait for. */
  readonly unusable: readonly Unread[];
  /** What is never read. */
  readonly skipped: readonly Unread[];
}

interface Unread {
  readonly path: string;
  /** `ends in the middle`. */
  readonly reason: string;
}

/**
 * Keeps a copy of the artifacts, which builds read: dbt may write the originals at any time. Only
 * plain files inside of the folder are taken, so that neither a pipe that never ends nor a link to
 * something else gets into a build. Files that are as they were are not copied again.
 *
 * @param from the artifacts folder; it may hold links, pipes and what is half written
 * @param to the copy, which is only written here
 * @param known what was copied before, by path; updated
 */
export async function copyArtifacts(
  from: string,
  to: string,
  known: Map<string, string>,
): Promise<CopiedArtifacts> {
  const skipped: Unread[] = [];
  const unusable: Unread[] = [];
  const root = await realpath(from).catch(() => null);
  const found = root === null ? new Map<string, Stats>() : await plainFiles(root, skipped);
  await mkdir(to, { recursive: true });
  for (const path of known.keys()) {
    if (found.has(path)) continue;
    await rm(join(to, path), { force: true });
    known.delete(path);
  }
  for (const [path, stats] of found) {
    const identity = identityOf(stats);
    if (root !== null && known.get(path) !== identity) {
      const problem = await copyOne(join(root, path), join(to, path)).then(
        () => null,
        (error: unknown) => error,
      );
      known.delete(path);
      if (isNoSpace(problem)) throw problem;
      if (problem !== null) {
        unusable.push({ path, reason: 'cannot be read' });
        continue;
      }
      known.set(path, identity);
    }
    if (path.endsWith('.json') && !(await endsWhole(join(to, path)))) {
      unusable.push({ path, reason: 'ends in the middle' });
    }
  }
  return { unusable, skipped };
}

/** The folders beside the artifacts that hold some as well. */
const FOLDERS: ReadonlySet<string> = new Set(['runs', 'logs']);

function identityOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return [size, mtimeMs, ctimeMs, ino].join(' ');
}

async function plainFiles(root: string, skipped: Unread[]): Promise<Map<string, Stats>> {
  const found = new Map<string, Stats>();
  const visited = new Set<string>();
  const visit = async (inside: string): Promise<void> => {
    const folder = await realpath(join(root, inside));
    if (visited.has(folder)) return;
    visited.add(folder);
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      const { name } = entry;
      const path = inside === '' ? name : `${inside}/${name}`;
      const isArtifact = kindOf(name) !== null;
      const mayBeFolder = entry.isDirectory() || entry.isSymbolicLink();
      const isFolder = mayBeFolder && (inside === '' ? FOLDERS.has(name) : !isArtifact);
      if (!isArtifact && !isFolder) continue;
      const looked = await lookAt(root, join(folder, name));
      if (typeof looked === 'string') {
        skipped.push({ path, reason: looked });
      } else if (looked.isDirectory() && isFolder) {
        await visit(path);
      } else if (looked.isFile() && isArtifact) {
        found.set(path, looked);
      } else if (isArtifact) {
        skipped.push({ path, reason: 'is no plain file' });
      }
    }
  };
  await visit('');
  return found;
}

/** What a path leads to, or why it is not followed. */
async function lookAt(root: string, path: string): Promise<Stats | string> {
  try {
    const real = await realpath(path);
    if (!real.startsWith(root + sep)) return 'is a link that leads out of the folder';
    return await stat(real);
  } catch {
    return 'is a link that leads nowhere';
  }
}

/** Copies to a name beside the place first, so that the copy is the old file or the new one. */
async function copyOne(source: string, place: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  const aside = `${place}.part`;
  try {
    // What is a file now may have become a pipe since it was looked at, and opening one would wait.
    if (!(await stat(source)).isFile()) throw new Error('It is no plain file.');
    await copyFile(source, aside, constants.COPYFILE_FICLONE);
    await rename(aside, place);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

const TAIL = 64;

/** Whether a JSON file ends as an object or a list does: one that is cut off doesn't. */
async function endsWhole(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(Math.min(size, TAIL));
    await file.read(buffer, 0, buffer.length, size - buffer.length);
    // In UTF-16 each letter has a zero beside it.
    return /[}\]][\s\0]*$/.test(buffer.toString('latin1'));
  } finally {
    await file.close();
  }
}

function isNoSpace(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ENOSPC' || error.code === 'EDQUOT')
  );
}
