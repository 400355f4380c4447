import { RUNS } from '../../messages/runs.ts';

/** Runs of one day (UTC), one after the other. */
export interface RunDay<T> {
  readonly title: string;
  readonly runs: readonly T[];
}

/** Parts runs by the day on which they started, in their order. */
export function runDays<T extends { readonly startedAt: string | null }>(
  runs: readonly T[],
): RunDay<T>[] {
  const days: { title: string; runs: T[] }[] = [];
  for (const run of runs) {
    const title = dayTitle(run.startedAt);
    const last = days.at(-1);
    if (last?.title === title) last.runs.push(run);
    else days.push({ title, runs: [run] });
  }
  return days;
}

function dayTitle(iso: string | null): string {
  if (iso === null) return RUNS.unknownDay;
  return RUNS.day(iso.slice(0, 10), new Date(iso).getUTCDay());
}
