import { isDeepStrictEqual } from 'node:util';
import type { Run } from '../runs/run.ts';
import { finishRun } from '../runs/finish-run.ts';

/** What came of putting together what two places tell of one invocation. */
export interface Merged {
  readonly run: Run;
  /** Both have results, or both have checks, and they differ: something was lost. */
  readonly isConflict: boolean;
}

/**
 * Puts together what two places tell of one invocation: of the results those that are more (of as many, those that were
 * written later), and so of the checks and the log. The order of the two doesn't matter, but for what is equal.
 */
export function mergeRuns(known: Run, other: Run): Merged {
  const results = fuller(known, other, ({ results: list }) => list.length);
  const freshness = fuller(known, other, ({ freshness: list }) => list.length);
  const log = fuller(known, other, (run) => run.log?.entries.length ?? -1);
  const base = results.results.length > 0 ? results : fuller(known, other, weight);
  const left = base === known ? other : known;
  const run = finishRun({
    ...base,
    isLogOnly: known.isLogOnly && other.isLogOnly,
    // Where there are results, they tell what failed.
    errors: known.isLogOnly && other.isLogOnly ? base.errors : base.isLogOnly ? [] : base.errors,
    elapsed: base.elapsed ?? left.elapsed,
    dbtVersion: base.dbtVersion ?? left.dbtVersion,
    trigger: base.trigger ?? left.trigger,
    results: withPrints(results, results === known ? other : known),
    freshness: freshness.freshness,
    log: log.log,
  });
  return { run, isConflict: differ(known, other, 'results') || differ(known, other, 'freshness') };
}

/** True when two runs are told alike, wherever they were read from. */
export function isSameRun(a: Run, b: Run): boolean {
  // Not as text: what was read from the archive has its keys in another order.
  const told = (run: Run): unknown => [{ ...run, folder: '', log: null }, run.log?.entries ?? null];
  return isDeepStrictEqual(told(a), told(b));
}

function differ(a: Run, b: Run, part: 'results' | 'freshness'): boolean {
  if (a[part].length === 0 || b[part].length === 0) return false;
  const told = (run: Run): unknown => run[part].map((result) => ({ ...result, fingerprint: null }));
  return !isDeepStrictEqual(told(a), told(b));
}

function fuller(known: Run, other: Run, sizeOf: (run: Run) => number): Run {
  const more = sizeOf(other) - sizeOf(known);
  if (more !== 0) return more > 0 ? other : known;
  return (other.completedAt ?? '') > (known.completedAt ?? '') ? other : known;
}

function weight({ isLogOnly, freshness }: Run): number {
  return isLogOnly ? 0 : 1 + freshness.length;
}

/** Fingerprints are known where the manifest was at hand: they are kept, whichever results are taken. */
function withPrints(chosen: Run, other: Run): Run['results'] {
  const prints = new Map(
    other.results.flatMap(({ uniqueId, fingerprint }) =>
      fingerprint === null ? [] : [[uniqueId, fingerprint] as const],
    ),
  );
  if (prints.size === 0) return chosen.results;
  return chosen.results.map((result) =>
    result.fingerprint === null
      ? { ...result, fingerprint: prints.get(result.uniqueId) ?? null }
      : result,
  );
}
