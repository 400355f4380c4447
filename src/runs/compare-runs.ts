import { hasFailed, type StatusKind } from './status.ts';

/** What a comparison needs of a result. */
export interface ComparedResult {
  readonly uniqueId: string;
  readonly kind: StatusKind;
  /** Seconds. */
  readonly executionTime: number | null;
}

/** A node in both runs, or in one of them. Seconds. */
export interface Difference {
  readonly uniqueId: string;
  readonly before: ComparedResult | null;
  readonly after: ComparedResult | null;
}

/** In the order in which they matter. A node stands in one of them at most. */
export const CHANGES = [
  'newlyFailing',
  'stillFailing',
  'recovered',
  'slower',
  'faster',
  'new',
  'gone',
] as const;
export type Change = (typeof CHANGES)[number];
export type RunComparison = Readonly<Record<Change, readonly Difference[]>>;

/** A change of time that is smaller, by share or in seconds, is noise. */
const LEAST_SHARE = 0.2;
const LEAST_SECONDS = 0.1;

/**
 * What became of each node from one run to another. Slower and faster come with the largest change of time first, all
 * others by id.
 */
export function compareRuns(
  before: readonly ComparedResult[],
  after: readonly ComparedResult[],
): RunComparison {
  const old = new Map(before.map((result) => [result.uniqueId, result]));
  const now = new Map(after.map((result) => [result.uniqueId, result]));
  const groups = Object.fromEntries(CHANGES.map((change) => [change, new Array<Difference>()]));
  const add = (change: Change, difference: Difference): void => {
    groups[change]?.push(difference);
  };
  for (const [uniqueId, result] of now) {
    const known = old.get(uniqueId) ?? null;
    const difference = { uniqueId, before: known, after: result };
    const change = known === null ? 'new' : changeOf(known, result);
    if (change !== null) add(change, difference);
  }
  for (const [uniqueId, result] of old) {
    if (!now.has(uniqueId)) add('gone', { uniqueId, before: result, after: null });
  }
  const sorted = (change: Change): Difference[] =>
    (groups[change] ?? []).sort(
      (a, b) =>
        (change === 'slower' || change === 'faster'
          ? Math.abs(timeChange(b)) - Math.abs(timeChange(a))
          : 0) || (a.uniqueId < b.uniqueId ? -1 : 1),
    );
  return {
    newlyFailing: sorted('newlyFailing'),
    stillFailing: sorted('stillFailing'),
    recovered: sorted('recovered'),
    slower: sorted('slower'),
    faster: sorted('faster'),
    new: sorted('new'),
    gone: sorted('gone'),
  };
}

/** By how many seconds a node took longer; negative where it took less, 0 where that isn't known. */
export function timeChange({ before, after }: Difference): number {
  const [a, b] = [before?.executionTime ?? null, after?.executionTime ?? null];
  return a === null || b === null ? 0 : b - a;
}

function changeOf(before: ComparedResult, after: ComparedResult): Change | null {
  if (hasFailed(after.kind)) return hasFailed(before.kind) ? 'stillFailing' : 'newlyFailing';
  if (hasFailed(before.kind)) return hasSucceeded(after) ? 'recovered' : null;
  // What was skipped took no time, and that it takes some now makes it no slower.
  if (after.kind === 'skipped' || before.kind === 'skipped') return null;
  const change = timeChange({ uniqueId: after.uniqueId, before, after });
  const share = Math.abs(change) / Math.max(before.executionTime ?? 0, 1e-6);
  if (Math.abs(change) < LEAST_SECONDS || share < LEAST_SHARE) return null;
  return change > 0 ? 'slower' : 'faster';
}

function hasSucceeded({ kind }: ComparedResult): boolean {
  return kind === 'success' || kind === 'warn';
}
