import {
  ArtifactNotJson,
  ArtifactsFolderUnreadable,
  ArtifactsMissing,
  ArtifactUnreadable,
  LogTruncated,
  ManifestMissing,
  ManifestNotJson,
  ManifestUnreadable,
} from '../errors/catalogue.ts';
import { SiteError } from '../errors/site-error.ts';
import { type LoadedFile, loadFile, unreadableReason } from './artifact-bytes.ts';
import type { ArtifactFile, ArtifactSet } from './artifact-set.ts';
import { chooseFolder } from './artifacts-folder.ts';
import { type Catalog, readCatalog } from './catalog.ts';
import { createDiagnostics, type Diagnostics } from './diagnostics.ts';
import { discover, type FoundFile } from './discover.ts';
import { readFreshness } from './freshness.ts';
import { groupInvocations, type InvocationPiece } from './invocations.ts';
import type { JsonFile } from './json-file.ts';
import { JsonStructureError } from './json-spans.ts';
import { lineColumnAt } from './line-column.ts';
import { readLog } from './log/read-log.ts';
import type { Manifest } from './manifest/manifest.ts';
import { readManifest } from './manifest/read-manifest.ts';
import { readRunResults } from './run-results.ts';
import { readSemanticManifest, type SemanticManifest } from './semantic-manifest.ts';

/**
 * Reads a folder of dbt artifacts of any dbt version: dbt's `target/`, or `manifest.json` … and
 * `runs/<anything>/run_results.json` (+ `sources.json`, `dbt.log`), any of them gzipped.
 * What can't be used is left out and reported under `diagnostics`.
 *
 * @throws SiteError when there is no folder, no artifact, no manifest, or the manifest is broken.
 */
export async function readArtifacts(root: string): Promise<ArtifactSet> {
  const diagnostics = createDiagnostics();
  const folder = await chooseFolder(root, diagnostics);
  const found = await discoverIn(folder, diagnostics);
  checkManifestIsThere(folder, found);
  const state = newState(diagnostics);
  for (const file of found) {
    if (file.skipReason === null) await readFile(file, state);
    else state.files.push(fileEntry(file, { state: 'skipped', reason: file.skipReason }));
  }
  const { manifest, catalog, semanticManifest, files } = state;
  if (manifest === null) throw new SiteError(ManifestMissing, ManifestMissing.message(folder, []));
  const invocations = groupInvocations(state.pieces, diagnostics);
  const list = diagnostics.list();
  return {
    root: folder,
    manifest,
    catalog,
    semanticManifest,
    invocations,
    files,
    diagnostics: list,
  };
}

interface ReadState {
  readonly diagnostics: Diagnostics;
  readonly files: ArtifactFile[];
  readonly pieces: InvocationPiece[];
  manifest: Manifest | null;
  catalog: Catalog | null;
  semanticManifest: SemanticManifest | null;
}

function newState(diagnostics: Diagnostics): ReadState {
  return {
    diagnostics,
    files: [],
    pieces: [],
    manifest: null,
    catalog: null,
    semanticManifest: null,
  };
}

async function discoverIn(folder: string, diagnostics: Diagnostics): Promise<FoundFile[]> {
  try {
    return await discover(folder, diagnostics);
  } catch (error) {
    const message = ArtifactsFolderUnreadable.message(folder, unreadableReason(error));
    throw new SiteError(ArtifactsFolderUnreadable, message);
  }
}

function checkManifestIsThere(folder: string, found: readonly FoundFile[]): void {
  if (found.length === 0) throw new SiteError(ArtifactsMissing, ArtifactsMissing.message(folder));
  if (found.some(({ kind, skipReason }) => kind === 'manifest' && skipReason === null)) return;
  const paths = found.map(({ path }) => path);
  const shown = paths.length > 8 ? [...paths.slice(0, 8), `${paths.length - 8} more`] : paths;
  throw new SiteError(ManifestMissing, ManifestMissing.message(folder, shown));
}

async function readFile(found: FoundFile, state: ReadState): Promise<void> {
  if (found.kind === 'log') return readLogFile(found, state);
  let loaded: LoadedFile;
  try {
    loaded = await loadFile(found, state.diagnostics);
  } catch (error) {
    return noteUnreadable(found, unreadableReason(error), state);
  }
  const { json, sha256 } = loaded;
  try {
    const facts = readJson(found, json, state);
    state.files.push(
      facts === null
        ? fileEntry(found, { sha256, state: 'unreadable', reason: 'it is another kind of file' })
        : fileEntry(found, { sha256, ...facts }),
    );
  } catch (error) {
    if (!(error instanceof JsonStructureError)) throw error;
    const { line, column } = lineColumnAt(json.bytes, error.offset);
    if (found.kind === 'manifest') {
      const message = ManifestNotJson.message(found.path, line, column, error.problem);
      throw new SiteError(ManifestNotJson, message, found.path);
    }
    state.diagnostics.add(ArtifactNotJson, found.path, null, line, column, error.problem);
    const reason = `the JSON breaks at line ${line}, column ${column}`;
    state.files.push(fileEntry(found, { sha256, state: 'unreadable', reason }));
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
    state.files.push(fileEntry(found, { sha256, invocationId }));
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
  state.files.push(fileEntry(found, { state: 'unreadable', reason }));
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
