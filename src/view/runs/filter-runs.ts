import type { StatusKind } from '../../runs/status.ts';

/** What of the list of runs a reader wants to see. It stands in the URL. Empty for all. */
export interface RunFilter {
  /** A kind of status. */
  readonly status: string;
  /** dbt's command word: `build`, `source freshness`. */
  readonly command: string;
  readonly target: string;
  /** Days (UTC), both included: `2026-11-16`. */
  readonly from: string;
  readonly to: string;
  /** Part of the name or the id of a node that the run has a result of. */
  readonly node: string;
}

export const ALL_RUNS: RunFilter = {
  status: '',
  command: '',
  target: '',
  from: '',
  to: '',
  node: '',
};
const NAMES = ['status', 'command', 'target', 'from', 'to', 'node'] as const;

/** What a filter needs of a run. */
export interface FilteredRun {
  readonly id: string;
  readonly kind: StatusKind;
  readonly which: string | null;
  readonly target: string | null;
  readonly startedAt: string | null;
}

/** Reads a filter out of `location.search`. */
export function readRunFilter(search: string): RunFilter {
  const params = new URLSearchParams(search);
  const get = (name: keyof RunFilter): string => params.get(name) ?? '';
  return {
    status: get('status'),
    command: get('command'),
    target: get('target'),
    from: get('from'),
    to: get('to'),
    node: get('node'),
  };
}

/** A filter as the part of a URL from `?` on; empty when it lets all pass. */
export function writeRunFilter(filter: RunFilter): string {
  const params = new URLSearchParams();
  for (const name of NAMES) if (filter[name].trim() !== '') params.set(name, filter[name].trim());
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** @param having ids of the runs that have a result of the node; null where no node is asked for */
export function filterRuns<T extends FilteredRun>(
  runs: readonly T[],
  filter: RunFilter,
  having: ReadonlySet<string> | null,
): T[] {
  return runs.filter(({ id, kind, which, target, startedAt }) => {
    const day = startedAt?.slice(0, 10) ?? '';
    return (
      (filter.status === '' || kind === filter.status) &&
      (filter.command === '' || which === filter.command) &&
      (filter.target === '' || target === filter.target) &&
      (filter.from === '' || day >= filter.from) &&
      (filter.to === '' || (day !== '' && day <= filter.to)) &&
      (having?.has(id) ?? true)
    );
  });
}

/** `/runs/index/nodes.json`: which nodes each run has results of. */
export interface RunNodes {
  readonly ids: readonly string[];
  /** Sets of places in `ids`, as ranges with both ends included. */
  readonly sets: readonly (readonly (readonly [from: number, to: number])[])[];
  /** Id of a run → place in `sets`. */
  readonly runs: Readonly<Record<string, number>>;
}

/** The runs that have a result of a node whose id contains the text, in any case. */
export function runsHaving({ ids, sets, runs }: RunNodes, text: string): ReadonlySet<string> {
  const wanted = text.trim().toLowerCase();
  const places = ids.flatMap((id, at) => (id.toLowerCase().includes(wanted) ? [at] : []));
  const fitting = sets.map((ranges) =>
    ranges.some(([from, to]) => places.some((at) => from <= at && at <= to)),
  );
  return new Set(Object.entries(runs).flatMap(([id, set]) => (fitting[set] === true ? [id] : [])));
}
