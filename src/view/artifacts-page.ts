import type { Diagnostic } from '../errors/diagnostic.ts';
import type { EmptyState } from './empty-state.ts';
import type { PageHead } from './page-head.ts';
import type { Fact } from './section.ts';

/** What the site was made from. */
export interface ArtifactsPageView {
  readonly page: 'artifacts';
  readonly head: PageHead;
  readonly facts: readonly Fact[];
  /** Where the server tells of its builds; null when none does. */
  readonly statusHref: string | null;
  readonly files: readonly ArtifactRow[];
  /** Files of earlier runs that are left out of `files`; the JSON has all. */
  readonly filesLeftOut: number;
  /** Do the files belong together? */
  readonly coherence: readonly CoherenceCheck[];
  /** Artifacts that weren't found, with the command that writes them. */
  readonly missing: readonly EmptyState[];
  readonly diagnostics: readonly DiagnosticGroup[];
  readonly endpoints: readonly Endpoint[];
  /** What the project switched off, sorted by unique_id: it has no page. */
  readonly disabled: readonly DisabledRow[];
}

export interface DisabledRow {
  readonly uniqueId: string;
  readonly name: string;
  readonly resourceType: string;
  readonly filePath: string | null;
}

export interface ArtifactRow {
  readonly path: string;
  readonly kind: string;
  readonly schemaVersion: string | null;
  readonly dbtVersion: string | null;
  readonly generatedAt: string | null;
  readonly invocationId: string | null;
  readonly bytes: number;
  /** Hex; null when the file was not read. */
  readonly sha256: string | null;
  readonly state: 'read' | 'skipped' | 'unreadable';
  readonly reason: string | null;
  /** Where the published copy lies; null when it isn't published. */
  readonly href: string | null;
}

/** Whether a file is of an earlier run: those lie in folders of their own. */
export function isPast({ path }: Pick<ArtifactRow, 'path'>): boolean {
  return path.includes('/');
}

export interface CoherenceCheck {
  readonly title: string;
  /** `ok`: they belong together; `differs`: they don't; `unknown`: can't be told. */
  readonly state: 'ok' | 'differs' | 'unknown';
  readonly text: string;
}

export interface DiagnosticGroup {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly count: number;
  readonly hint: string;
  readonly examples: readonly Diagnostic[];
}

export interface Endpoint {
  readonly label: string;
  readonly href: string;
  /** Null for what isn't JSON of ours. */
  readonly schemaHref: string | null;
}
