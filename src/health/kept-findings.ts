import type { RuleName } from '../config/health-rules.ts';
import type { Affected } from './rules/rule.ts';

/** What rules found whose answers last, as the last build left it. */
export interface KeptFindings {
  /** Null where nothing was left, or what these rules look at is another. */
  readonly find: () => Findings | null;
  readonly keep: (findings: Findings) => void;
}

export type Findings = { readonly [Name in RuleName]?: Finding };

/** What came of applying a rule. */
export interface Finding {
  /** What it found, the project as a whole first, then by id; null when it is off, or can't be answered. */
  readonly affected: readonly Affected[] | null;
  /** Why it can't be answered; null when it is, or is off. */
  readonly unanswered: string | null;
  /** How many it would have found before the newest run that had outcomes; null where history doesn't tell. */
  readonly before: number | null;
}

/**
 * Rules that look at descriptions, which most edits change, or at how old something is by the newest time that the
 * artifacts tell, which every new manifest changes. What all others find stands as long as what they look at does.
 */
export const FOUND_ANEW: ReadonlySet<RuleName> = new Set([
  'not-built',
  'unchecked-sources',
  'undocumented-models',
  'undocumented-sources',
  'undocumented-source-tables',
  'undocumented-columns',
  'undocumented-exposures',
  'undocumented-metrics',
  'documentation-coverage',
  'undocumented-public-models',
]);
