import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { ArtifactSkipped, ResultsNotRead } from '../errors/catalogue.ts';
import type { ArtifactKind } from './artifact-set.ts';
import type { Diagnostics } from './diagnostics.ts';
import { compareTexts } from './text-order.ts';

/** An artifact file to read. */
export interface FoundFile {
  /** Relative to the artifacts folder, with forward slashes. */
  readonly path: string;
  /** Its folder, relative to the artifacts folder; `.` for the folder itself. */
  readonly folder: string;
  readonly absolutePath: string;
  readonly kind: ArtifactKind;
  readonly bytes: number;
  /** Why it is not to be read; null when it is. */
  readonly skipReason: string | null;
}

const kindByName = new Map<string, ArtifactKind>([
  ['manifest.json', 'manifest'],
  ['catalog.json', 'catalog'],
  ['run_results.json', 'run_results'],
  ['sources.json', 'sources'],
  ['semantic_manifest.json', 'semantic_manifest'],
  ['dbt.log', 'log'],
]);

/** What a folder below `runs/` is read for. */
const invocationKinds = new Set<ArtifactKind>(['run_results', 'sources', 'log']);

/** People who keep results give them dates and numbers: `run_results_2026-01-01.json`, `prod.run_results.json.gz`. */
export const NAMED_RESULTS = /^(?:.*[-_. ])?run[-_]?results?(?:[-_. ].*)?\.json(?:\.gz)?$/i;

/** Which artifact a file name stands for, gzipped or not; null for all other files. */
export function kindOf(fileName: string): ArtifactKind | null {
  return kindByName.get(fileName.replace(/\.gz$/, '')) ?? null;
}

/**
 * Lists the artifacts of a folder and of everything below its `runs/` (and `logs/dbt.log`), sorted
 * by path in code-point order. Nothing outside the folder is looked at: symbolic links that lead out
 * of it, and anything that is neither file nor folder, are reported and skipped.
 */
export async function discover(root: string, diagnostics: Diagnostics): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const walk = { root: await realpath(root), found, diagnostics, visited: new Set<string>() };
  await visit(walk, '.');
  return found.sort((a, b) => compareTexts(a.path, b.path));
}

interface Walk {
  readonly root: string;
  readonly found: FoundFile[];
  readonly diagnostics: Diagnostics;
  readonly visited: Set<string>;
}

async function visit(walk: Walk, folder: string): Promise<void> {
  const absolute = join(walk.root, folder);
  const real = await realpath(absolute);
  if (walk.visited.has(real)) return;
  walk.visited.add(real);
  let entries: Dirent[];
  try {
    entries = await readdir(absolute, { withFileTypes: true });
  } catch (error) {
    if (folder === '.') throw error;
    return skip(walk, folder, 'the folder cannot be opened');
  }
  // The order of readdir differs between file systems, and with it that of the diagnostics.
  entries.sort((a, b) => compareTexts(a.name, b.name));
  const names = new Set(entries.map((entry) => entry.name));
  const isTop = folder === '.';
  for (const entry of entries) {
    const { name } = entry;
    const kind = kindOf(name);
    const mayBeFolder = entry.isDirectory() || entry.isSymbolicLink();
    const isFolderOfRuns = mayBeFolder && (isTop ? name === 'runs' || name === 'logs' : true);
    const path = isTop ? name : `${folder}/${name}`;
    if (kind === null && entry.isFile() && NAMED_RESULTS.test(name)) {
      walk.diagnostics.add(ResultsNotRead, path, null);
    }
    if (kind === null && !isFolderOfRuns) continue;
    const stats = await inspect(walk, path, kind !== null);
    if (stats === null) continue;
    if (stats.isDirectory()) {
      if (isFolderOfRuns && folder !== 'logs') await visit(walk, path);
    } else if (kind !== null) {
      const skipReason = reasonToSkip(folder, name, kind, names);
      const absolutePath = join(walk.root, path);
      walk.found.push({ path, folder, absolutePath, kind, bytes: stats.size, skipReason });
    }
  }
}

function reasonToSkip(
  folder: string,
  name: string,
  kind: ArtifactKind,
  names: ReadonlySet<string>,
): string | null {
  const plain = name.replace(/\.gz$/, '');
  if (plain !== name && names.has(plain)) return `${plain} lies beside it`;
  if (folder === 'logs' && kind !== 'log') return 'only the log is read from logs/';
  if (folder === '.' || invocationKinds.has(kind)) return null;
  return 'only the one in the artifacts folder itself is read';
}

/** What stands at a path inside the folder; null, with a diagnostic where it matters, when it is not to be touched. */
async function inspect(walk: Walk, path: string, isArtifact: boolean): Promise<Stats | null> {
  try {
    const real = await realpath(join(walk.root, path));
    if (real !== walk.root && !real.startsWith(walk.root + sep)) {
      skip(walk, path, 'it is a symbolic link that leads out of the artifacts folder');
      return null;
    }
    const stats = await stat(real);
    if (stats.isFile() || stats.isDirectory()) return stats;
    if (isArtifact) skip(walk, path, 'it is neither a file nor a folder');
    return null;
  } catch {
    if (isArtifact) skip(walk, path, 'it is a symbolic link that leads nowhere, or it was removed');
    return null;
  }
}

function skip(walk: Walk, path: string, reason: string): void {
  walk.diagnostics.add(ArtifactSkipped, path, null, reason);
}
