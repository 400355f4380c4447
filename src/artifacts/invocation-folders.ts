import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtifactKind } from './artifact-set.ts';
import { type FoundFile, NAMED_RESULTS } from './discover.ts';

/** A folder with what lies in it of invocations. */
export interface InvocationFolder {
  /** Relative to the folder that is walked, with forward slashes. */
  readonly folder: string;
  readonly found: readonly FoundFile[];
  /** Why it can't be looked into; null when it can. */
  readonly problem: unknown;
}

/** All of them as people name what they keep. */
const NAMES: readonly (readonly [pattern: RegExp, kind: ArtifactKind])[] = [
  [NAMED_RESULTS, 'run_results'],
  [/^(?:.*[-_. ])?sources(?:[-_. ].*)?\.json(?:\.gz)?$/i, 'sources'],
  [/^(?!semantic)(?:.*[-_. ])?manifest(?:[-_. ].*)?\.json(?:\.gz)?$/i, 'manifest'],
  [/^(?:.*[-_. ])?dbt(?:[-_. ].*)?\.log(?:[-_.]\d+)?(?:\.gz)?$/i, 'log'],
];

/**
 * A folder and everything below it, however deep, in the order of paths.
 *
 * @throws Error when the folder itself can't be opened
 */
export async function* invocationFolders(root: string): AsyncGenerator<InvocationFolder> {
  yield* walk(await realpath(root), '.', new Set());
}

async function* walk(
  root: string,
  folder: string,
  visited: Set<string>,
): AsyncGenerator<InvocationFolder> {
  const absolute = join(root, folder);
  const real = await realpath(absolute);
  // A link may lead back up.
  if (visited.has(real)) return;
  visited.add(real);
  let entries: Dirent[];
  try {
    entries = await readdir(absolute, { withFileTypes: true });
  } catch (problem) {
    if (folder === '.') throw problem;
    yield { folder, found: [], problem };
    return;
  }
  const names = entries.map(({ name }) => name).sort();
  const found: FoundFile[] = [];
  const folders: string[] = [];
  for (const name of names) {
    const path = folder === '.' ? name : `${folder}/${name}`;
    const stats = await stat(join(root, path)).catch(() => null);
    if (stats?.isDirectory()) folders.push(path);
    if (!stats?.isFile()) continue;
    const kind = NAMES.find(([pattern]) => pattern.test(name))?.[1];
    if (kind === undefined) continue;
    const absolutePath = join(root, path);
    found.push({ path, folder, absolutePath, kind, bytes: stats.size, skipReason: null });
  }
  yield { folder, found, problem: null };
  for (const inner of folders) yield* walk(root, inner, visited);
}
