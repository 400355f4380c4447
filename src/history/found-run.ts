import type { Run } from '../runs/run.ts';

/** A run among the artifacts; worked out when it is asked for, as most were told by the same files before. */
export interface FoundRun {
  readonly id: string;
  /** As its own files tell it: no result has a fingerprint. */
  readonly run: () => Run;
  /** With the fingerprints that the manifest at hand tells. */
  readonly complete: () => Run;
  /** Whether the manifest at hand tells any. */
  readonly isToldByManifest: () => boolean;
  /** Stands for all bytes of its files, and for what reads them; null where that can't be told. */
  readonly source: string | null;
}
