import type { RunSummary } from '../../runs/run.ts';

/** A month or a part of one whose runs a page shows. */
export interface GridPeriod {
  /** `2026-11-01`, or `2026-11-01T12` where days are divided. Names the page. */
  readonly name: string;
  /** ISO 8601 UTC; the end is no part of it. */
  readonly from: string;
  readonly to: string;
  /** Newest first. */
  readonly runs: readonly RunSummary[];
}

/** With more columns than this nobody sees anything. */
const MOST_RUNS = 60;
const HOUR = 3_600_000;
/** Into parts of so many hours a month is divided, until no part has too many runs. */
const PARTS = [31 * 24, 16 * 24, 8 * 24, 4 * 24, 48, 24, 12, 6, 3, 1];

/**
 * Cuts runs into months, and those with many runs into parts. What a period is, its own month alone tells: a run more
 * leaves the periods before it as they were, and with them their pages. Runs without a time are in none.
 *
 * @param runs newest first
 * @returns newest first; an hour keeps its newest 60 runs
 */
export function gridPeriods(runs: readonly RunSummary[]): GridPeriod[] {
  const timed = runs.filter(({ startedAt }) => startedAt !== null);
  const months = Map.groupBy(timed, ({ startedAt }) => startedAt?.slice(0, 7) ?? '');
  return [...months].flatMap(([month, inMonth]) => periodsOf(month, inMonth));
}

function periodsOf(month: string, runs: readonly RunSummary[]): GridPeriod[] {
  const start = Date.parse(`${month}-01T00:00:00.000Z`);
  const end = startOfNext(start);
  const cut = (hours: number): Map<number, RunSummary[]> =>
    Map.groupBy(runs, ({ startedAt }) =>
      Math.floor((Date.parse(startedAt ?? '') - start) / (hours * HOUR)),
    );
  const hours =
    PARTS.find((part) => [...cut(part).values()].every(({ length }) => length <= MOST_RUNS)) ?? 1;
  return [...cut(hours)].map(([at, found]) => {
    const from = start + at * hours * HOUR;
    const iso = new Date(from).toISOString();
    return {
      name: iso.slice(0, hours < 24 ? 13 : 10),
      from: iso,
      to: new Date(Math.min(end, from + hours * HOUR)).toISOString(),
      runs: found.slice(0, MOST_RUNS),
    };
  });
}

function startOfNext(month: number): number {
  const date = new Date(month);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}
