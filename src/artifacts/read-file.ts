import {
  ArtifactNotJson,
  ArtifactUnreadable,
  LogTruncated,
  ManifestNotJson,
  ManifestUnreadable,
} from '../errors/catalogue.ts';
import { SiteError } from '../errors/site-error.ts';
import { type LoadedFile, loadFile, unreadableReason } from './artifact-bytes.ts';
import type { ArtifactFile } from './artifact-set.ts';
import { type HashedBytes, readHashedFile } from './bytes.ts';
import { type Catalog, readCatalog } from './catalog.ts';
import { createDiagnostics, type Diagnostics, type FoundDiagnostics } from './diagnostics.ts';
import type { FoundFile } from './discover.ts';
import { readFreshness } from './freshness.ts';
import type { InvocationPiece } from './invocations.ts';
import type { JsonFile } from './json-file.ts';
import { JsonStructureError } from './json-spans.ts';
import { lineColumnAt } from './line-column.ts';
import { readLog } from './log/read-log.ts';
import type { Manifest } from './manifest/manifest.ts';
import { readManifest } from './manifest/read-manifest.ts';
import { readRunResults } from './run-results.ts';
import { readSemanticManifest, type SemanticManifest } from './semantic-manifest.ts';

/** What one file gave. */
export interface FileReading {
  readonly entry: ArtifactFile;
  readonly pieces: readonly InvocationPiece[];
  readonly manifest: Manifest | null;
  readonly catalog: Catalog | null;
  readonly semanticManifest: SemanticManifest | null;
  readonly diagnostics: FoundDiagnostics;
}

/** Reads the file at a path, or has done so. */
export type BytesOf = (path: string) => Promise<HashedBytes>;

interface ReadState {
  readonly diagnostics: Diagnostics;
  readonly pieces: InvocationPiece[];
  entry: ArtifactFile;
  manifest: Manifest | null;
  catalog: Catalog | null;
  semanticManifest: SemanticManifest | null;
}

/**
 * Reads one artifact.
 *
 * @param bytesOf gives its bytes, unless it is a log: that is read line by line
 * @throws SiteError when it is the manifest, and broken
 */
export async function readFile(
  found: FoundFile,
  bytesOf: BytesOf = readHashedFile,
): Promise<FileReading> {
  const diagnostics = createDiagnostics();
  const state: ReadState = {
    diagnostics,
    pieces: [],
    entry: fileEntry(found, {}),
    manifest: null,
    catalog: null,
    semanticManifest: null,
  };
  if (found.skipReason === null) await read(found, state, bytesOf);
  else state.entry = fileEntry(found, { state: 'skipped', reason: found.skipReason });
  return { ...state, diagnostics: diagnostics.found() };
}

async function read(found: FoundFile, state: ReadState, bytesOf: BytesOf): Promise<void> {
  if (found.kind === 'log') return readLogFile(found, state);
  let loaded: LoadedFile;
  try {
    loaded = await loadFile(found, state.diagnostics, bytesOf);
  } catch (error) {
    return noteUnreadable(found, unreadableReason(error), state);
  }
  const { json } = loaded;
  try {
    const facts = readJson(found, json, state);
    const sha256 = await loaded.sha256;
    state.entry =
      facts === null
        ? fileEntry(found, { sha256, state: 'unreadable', reason: 'it is another kind of file' })
        : fileEntry(found, { sha256, ...facts });
  } catch (error) {
    if (!(error instanceof JsonStructureError)) throw error;
    const { line, column } = lineColumnAt(json.bytes, error.offset);
    if (found.kind === 'manifest') {
      const message = ManifestNotJson.message(found.path, line, column, error.problem);
      throw new SiteError(ManifestNotJson, message, found.path);
    }
    state.diagnostics.add(ArtifactNotJson, found.path, null, line, column, error.problem);
    const reason = `the JSON breaks at line ${line}, column ${column}`;
    const sha256 = await loaded.sha256;
    state.entry = fileEntry(found, { sha256, state: 'unreadable', reason });
  }
}

/** Reads what the file's kind says into `state`; returns what is known of the file, null when it is another kind. */
function readJson(
  found: FoundFile,
  json: JsonFile,
  state: ReadState,
): Partial<ArtifactFile> | null {
  const { folder, path } = found;
  switch (found.kind) {
    case 'manifest': {
      const manifest = readManifest(json);
      state.manifest = manifest;
      return { ...metadataFacts(manifest.metadata), adapterType: manifest.metadata.adapter_type };
    }
    case 'catalog': {
      state.catalog = readCatalog(json);
      return state.catalog && metadataFacts(state.catalog.metadata);
    }
    case 'run_results': {
      const value = readRunResults(json);
      if (value !== null) state.pieces.push({ folder, file: path, kind: 'runResults', value });
      return value && metadataFacts(value.metadata);
    }
    case 'sources': {
      const value = readFreshness(json);
      if (value !== null) state.pieces.push({ folder, file: path, kind: 'sources', value });
      return value && metadataFacts(value.metadata);
    }
    case 'semantic_manifest': {
      state.semanticManifest = readSemanticManifest(json);
      return state.semanticManifest && {};
    }
    case 'log':
      throw new TypeError('A log is not read as JSON.');
  }
}

async function readLogFile(found: FoundFile, state: ReadState): Promise<void> {
  const { path, folder } = found;
  try {
    const { logs, sha256, kept, leftOut } = await readLog(found.absolutePath, path);
    for (const value of logs) state.pieces.push({ folder, file: path, kind: 'log', value });
    if (leftOut > 0) state.diagnostics.add(LogTruncated, path, null, kept, leftOut);
    const invocationId = logs.length === 1 ? (logs[0]?.invocationId ?? null) : null;
    state.entry = fileEntry(found, { sha256, invocationId });
  } catch (error) {
    noteUnreadable(found, unreadableReason(error), state);
  }
}

function noteUnreadable(found: FoundFile, reason: string, state: ReadState): void {
  if (found.kind === 'manifest') {
    const message = ManifestUnreadable.message(found.path, reason);
    throw new SiteError(ManifestUnreadable, message, found.path);
  }
  state.diagnostics.add(ArtifactUnreadable, found.path, null, reason);
  state.entry = fileEntry(found, { state: 'unreadable', reason });
}

function metadataFacts(metadata: {
  dbt_schema_version: string | null;
  dbt_version: string | null;
  generated_at: string | null;
  invocation_id: string | null;
}): Partial<ArtifactFile> {
  return {
    schemaVersion: metadata.dbt_schema_version,
    dbtVersion: metadata.dbt_version,
    generatedAt: metadata.generated_at,
    invocationId: metadata.invocation_id,
  };
}

function fileEntry(found: FoundFile, facts: Partial<ArtifactFile>): ArtifactFile {
  return {
    path: found.path,
    kind: found.kind,
    bytes: found.bytes,
    sha256: null,
    schemaVersion: null,
    dbtVersion: null,
    generatedAt: null,
    invocationId: null,
    adapterType: null,
    state: 'read',
    reason: null,
    ...facts,
  };
}
