import type { Diagnostic } from '../errors/diagnostic.ts';
import type { Catalog } from './catalog.ts';
import type { Freshness } from './freshness.ts';
import type { InvocationLog } from './log/log.ts';
import type { Manifest } from './manifest/manifest.ts';
import type { RunResults } from './run-results.ts';
import type { SemanticManifest } from './semantic-manifest.ts';

export const artifactKinds = [
  'manifest',
  'catalog',
  'run_results',
  'sources',
  'semantic_manifest',
  'log',
] as const;
export type ArtifactKind = (typeof artifactKinds)[number];

/** An artifact file that was found, read or not. */
export interface ArtifactFile {
  /** Relative to the artifacts folder, with forward slashes. */
  path: string;
  kind: ArtifactKind;
  /** Size on disk. */
  bytes: number;
  /** Of the bytes on disk, in hex; null when they were not read. */
  sha256: string | null;
  schemaVersion: string | null;
  dbtVersion: string | null;
  generatedAt: string | null;
  invocationId: string | null;
  adapterType: string | null;
  state: 'read' | 'skipped' | 'unreadable';
  /** Why it was not read. */
  reason: string | null;
}

/** What one invocation of dbt left behind. */
export interface InvocationArtifacts {
  /** The folder its files lie in, relative to the artifacts folder; `.` for the folder itself. */
  folder: string;
  /** Null where no file says it (before dbt 0.19, or made by hand). */
  invocationId: string | null;
  runResults: RunResults | null;
  sources: Freshness | null;
  log: InvocationLog | null;
  /** The files that tell of it, whether or not anything of them is kept here: paths as in `ArtifactSet.files`. */
  files: string[];
}

/** Everything a folder of dbt artifacts holds. */
export interface ArtifactSet {
  /** The folder that was read: the one asked for, or its `target/`. */
  root: string;
  manifest: Manifest;
  catalog: Catalog | null;
  semanticManifest: SemanticManifest | null;
  /** Sorted by folder, then by invocation id. */
  invocations: InvocationArtifacts[];
  /** Sorted by path. */
  files: ArtifactFile[];
  diagnostics: Diagnostic[];
}
