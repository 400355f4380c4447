import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ArtifactNotJson, ArtifactUnreadable, LogTruncated } from '../errors/catalogue.ts';
import { loadFile, unreadableReason } from './artifact-bytes.ts';
import type { ArtifactKind, InvocationArtifacts } from './artifact-set.ts';
import { createDiagnostics, type Diagnostics } from './diagnostics.ts';
import type { FoundFile } from './discover.ts';
import { readFreshness } from './freshness.ts';
import { groupInvocations, type InvocationPiece } from './invocations.ts';
import { JsonStructureError } from './json-spans.ts';
import { lineColumnAt } from './line-column.ts';
import { type ManifestBeside, manifestsBeside } from './manifests-beside.ts';
import { readLog } from './log/read-log.ts';
import { readRunResults } from './run-results.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';

/** What was found in one folder. */
export interface FolderOfInvocations {
  /** Relative to the folder that was walked, with forward slashes. */
  readonly folder: string;
  readonly invocations: readonly InvocationArtifacts[];
  /** The manifests that these invocations wrote, as far as they lie in the folder; read one at a time, when asked for. */
  readonly manifests: () => AsyncGenerator<ManifestBeside>;
  /** Files that were looked at. */
  readonly files: number;
  /** Files that could not be used. */
  readonly unusable: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** People who keep such files give them dates and numbers: `run_results_2026-01-01.json`, `prod.run_results.json.gz`. */
const NAMES: readonly (readonly [pattern: RegExp, kind: ArtifactKind])[] = [
  [/^(?:.*[-_. ])?run[-_]?results?(?:[-_. ].*)?\.json(?:\.gz)?$/i, 'run_results'],
  [/^(?:.*[-_. ])?sources(?:[-_. ].*)?\.json(?:\.gz)?$/i, 'sources'],
  [/^(?!semantic)(?:.*[-_. ])?manifest(?:[-_. ].*)?\.json(?:\.gz)?$/i, 'manifest'],
  [/^(?:.*[-_. ])?dbt(?:[-_. ].*)?\.log(?:[-_.]\d+)?(?:\.gz)?$/i, 'log'],
];

/**
 * Reads what invocations left behind in a folder and everything below it, however deep, folder by folder in the order
 * of their paths. Only run results, freshness and logs are read, and of manifests those that are asked for.
 *
 * @throws Error when the folder itself can't be opened
 */
export async function* readInvocations(root: string): AsyncGenerator<FolderOfInvocations> {
  yield* walk(await realpath(root), '.', new Set());
}

async function* walk(
  root: string,
  folder: string,
  visited: Set<string>,
): AsyncGenerator<FolderOfInvocations> {
  const absolute = join(root, folder);
  const real = await realpath(absolute);
  // A link may lead back up.
  if (visited.has(real)) return;
  visited.add(real);
  let entries: Dirent[];
  try {
    entries = await readdir(absolute, { withFileTypes: true });
  } catch (error) {
    if (folder === '.') throw error;
    const diagnostics = createDiagnostics();
    diagnostics.add(ArtifactUnreadable, folder, null, unreadableReason(error));
    yield {
      folder,
      invocations: [],
      manifests: () => manifestsBeside([], new Set()),
      files: 0,
      unusable: 1,
      diagnostics: diagnostics.list(),
    };
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
  if (found.length > 0) yield await readFolder(folder, found);
  for (const inner of folders) yield* walk(root, inner, visited);
}

async function readFolder(
  folder: string,
  found: readonly FoundFile[],
): Promise<FolderOfInvocations> {
  const diagnostics = createDiagnostics();
  const pieces: InvocationPiece[] = [];
  let unusable = 0;
  const manifests = found.filter(({ kind }) => kind === 'manifest');
  for (const file of found) {
    if (file.kind === 'manifest') continue;
    const read = await readPieces(file, diagnostics);
    if (read === null) unusable++;
    else pieces.push(...read);
  }
  const invocations = groupInvocations(pieces, diagnostics);
  const ids = new Set(
    invocations.flatMap(({ invocationId, runResults }) =>
      invocationId === null || runResults === null ? [] : [invocationId],
    ),
  );
  return {
    folder,
    invocations,
    manifests: () => manifestsBeside(manifests, ids),
    files: found.length,
    unusable,
    diagnostics: diagnostics.list(),
  };
}

/** Null, with a diagnostic, when the file can't be used. */
async function readPieces(
  file: FoundFile,
  diagnostics: Diagnostics,
): Promise<InvocationPiece[] | null> {
  const { path, folder } = file;
  try {
    if (file.kind === 'log') {
      const { logs, kept, leftOut } = await readLog(file.absolutePath, basename(path));
      if (leftOut > 0) diagnostics.add(LogTruncated, path, null, kept, leftOut);
      // Without an id nothing tells whose log it is, once its folder is one of thousands.
      return logs
        .filter(({ invocationId }) => invocationId !== null)
        .map((value) => ({ folder, file: path, kind: 'log', value }));
    }
    const { json } = await loadFile(file, diagnostics);
    try {
      if (file.kind === 'run_results') {
        const value = readRunResults(json);
        return value && [{ folder, file: path, kind: 'runResults', value }];
      }
      const value = readFreshness(json);
      return value && [{ folder, file: path, kind: 'sources', value }];
    } catch (error) {
      if (!(error instanceof JsonStructureError)) throw error;
      const { line, column } = lineColumnAt(json.bytes, error.offset);
      diagnostics.add(ArtifactNotJson, path, null, line, column, error.problem);
      return null;
    }
  } catch (error) {
    diagnostics.add(ArtifactUnreadable, path, null, unreadableReason(error));
    return null;
  }
}
