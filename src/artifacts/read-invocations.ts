import { basename } from 'node:path';
import { ArtifactNotJson, ArtifactUnreadable, LogTruncated } from '../errors/catalogue.ts';
import { loadFile, unreadableReason } from './artifact-bytes.ts';
import type { InvocationArtifacts } from './artifact-set.ts';
import { createDiagnostics, type Diagnostics } from './diagnostics.ts';
import type { FoundFile } from './discover.ts';
import { readFreshness } from './freshness.ts';
import { invocationFolders } from './invocation-folders.ts';
import { groupInvocations, type InvocationPiece } from './invocations.ts';
import { JsonStructureError } from './json-spans.ts';
import { lineColumnAt } from './line-column.ts';
import type { ManifestIndex } from './manifest-index.ts';
import { type ManifestBeside, manifestsBeside } from './manifests-beside.ts';
import { readLog } from './log/read-log.ts';
import { readRunResults } from './run-results.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';

/** What was found in one folder. */
export interface FolderOfInvocations {
  /** Relative to the folder that was walked, with forward slashes. */
  readonly folder: string;
  readonly invocations: readonly InvocationArtifacts[];
  /** The manifests that these invocations wrote, as far as they are found; read one at a time, when asked for. */
  readonly manifests: () => AsyncGenerator<ManifestBeside>;
  /** Files that were looked at. */
  readonly files: number;
  /** Files that could not be used. */
  readonly unusable: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads what invocations left behind in a folder and everything below it, however deep, folder by folder in the order
 * of their paths. Only run results, freshness and logs are read, and of manifests those that are asked for.
 *
 * @param elsewhere where manifests are looked for that don't lie beside the results of their invocation
 * @throws Error when the folder itself can't be opened
 */
export async function* readInvocations(
  root: string,
  elsewhere: ManifestIndex,
): AsyncGenerator<FolderOfInvocations> {
  for await (const { folder, found, problem } of invocationFolders(root)) {
    if (problem !== null) yield unreadable(folder, problem);
    else if (found.length > 0) yield await readFolder(folder, found, elsewhere);
  }
}

function unreadable(folder: string, problem: unknown): FolderOfInvocations {
  const diagnostics = createDiagnostics();
  diagnostics.add(ArtifactUnreadable, folder, null, unreadableReason(problem));
  return {
    folder,
    invocations: [],
    manifests: () => manifestsBeside([], new Set()),
    files: 0,
    unusable: 1,
    diagnostics: diagnostics.list(),
  };
}

async function readFolder(
  folder: string,
  found: readonly FoundFile[],
  elsewhere: ManifestIndex,
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
    manifests: () => manifestsOf(ids, manifests, elsewhere),
    files: found.length,
    unusable,
    diagnostics: diagnostics.list(),
  };
}

/** Those that lie beside the results first; what isn't there may lie in a folder of manifests. */
async function* manifestsOf(
  ids: ReadonlySet<string>,
  beside: readonly FoundFile[],
  elsewhere: ManifestIndex,
): AsyncGenerator<ManifestBeside> {
  const missing = new Set(ids);
  for await (const found of manifestsBeside(beside, ids)) {
    missing.delete(found.manifest?.metadata.invocation_id ?? '');
    yield found;
  }
  yield* manifestsBeside(await elsewhere.filesOf(missing), missing);
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
