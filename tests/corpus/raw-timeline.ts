import { join } from 'node:path';
import { rawFile, rawList, rawObject, rawText } from './raw-json.ts';
import type { Raw } from './raw-json.ts';

/** What made a run as long as it was, worked out from its JSON in the plainest way. Seconds. */
export interface RawTimeline {
  readonly criticalPath: number;
  /** `parent > child` of each step that would make the longest chain, of which there may be several. */
  readonly chainOf: (ids: readonly string[]) => number | null;
  readonly waited: number;
  readonly peak: number;
  readonly average: number | null;
  /** unique_id of each node with times. */
  readonly timed: ReadonlySet<string>;
}

interface RawRun {
  readonly id: string;
  readonly seconds: number;
  readonly start: number | null;
  readonly end: number | null;
}

/**
 * Measures `run_results.json` of a folder by the definitions alone: the oracle of src/runs/timeline, which shares no
 * code with it. It looks at every node at every instant, so it is slow.
 *
 * @param edges `parent > child`
 * @returns null where the folder has no run results
 */
export function measureRaw(
  folder: string,
  edges: ReadonlySet<string>,
  known: ReadonlySet<string>,
): RawTimeline | null {
  const file = rawFile(join(folder, 'run_results.json'));
  if (file === null) return null;
  const runs = rawList(file['results']).map(rawObject).flatMap(executed);
  const byId = new Map(runs.map((run) => [run.id, run]));
  const timed = runs.filter((run) => run.start !== null && run.end !== null);
  const runStart =
    instant(rawObject(file['metadata'])['invocation_started_at']) ??
    Math.min(...timed.map(({ start }) => start ?? Infinity));
  const parents = (id: string): RawRun[] =>
    [...byId.values()].filter((parent) => edges.has(`${parent.id} > ${id}`));

  const longest = new Map<string, number>();
  const longestTo = (id: string): number => {
    const done = longest.get(id);
    if (done !== undefined) return done;
    const before = Math.max(0, ...parents(id).map((parent) => longestTo(parent.id)));
    const sum = before + (byId.get(id)?.seconds ?? 0);
    longest.set(id, sum);
    return sum;
  };
  const active = (at: number): number =>
    timed.filter(({ start, end }) => (start ?? 0) <= at && at < (end ?? 0)).length;
  const firstStart = Math.min(...timed.map(({ start }) => start ?? Infinity));
  const lastEnd = Math.max(...timed.map(({ end }) => end ?? -Infinity));
  const busy = timed.reduce((sum, { start, end }) => sum + ((end ?? 0) - (start ?? 0)), 0);

  return {
    criticalPath: Math.max(0, ...[...byId.keys()].map(longestTo)),
    chainOf: (ids) => {
      const isChain = ids.every((id, at) => at === 0 || edges.has(`${ids[at - 1] ?? ''} > ${id}`));
      return isChain ? ids.reduce((sum, id) => sum + (byId.get(id)?.seconds ?? NaN), 0) : null;
    },
    waited: timed
      .filter(({ id }) => known.has(id))
      .reduce((sum, { id, start }) => {
        const ends = parents(id).flatMap(({ end }) => (end === null ? [] : [end]));
        return sum + Math.max(0, (start ?? 0) - (ends.length > 0 ? Math.max(...ends) : runStart));
      }, 0),
    peak: Math.max(0, ...timed.map(({ start }) => active(start ?? 0))),
    average: lastEnd > firstStart ? busy / (lastEnd - firstStart) : null,
    timed: new Set(timed.map(({ id }) => id)),
  };
}

/** A result as a node that was executed; none where dbt had nothing to do for it. */
function executed(result: Raw): RawRun[] {
  const old = rawObject(result['node']);
  const id = rawText(result['unique_id']) ?? rawText(old['unique_id']) ?? '';
  const status = String(result['status']).toLowerCase();
  if (result['skip'] === true || ['skipped', 'no-op', 'reused'].includes(status)) return [];
  const phases = rawList(result['timing']).map(rawObject);
  const times = (key: string): number[] =>
    phases.map((phase) => instant(phase[key])).filter((time) => time !== null);
  const starts = times('started_at');
  const ends = times('completed_at');
  return [
    {
      id,
      seconds: Number(result['execution_time'] ?? 0),
      start: starts.length === 0 ? null : Math.min(...starts),
      end: ends.length === 0 ? null : Math.max(...ends),
    },
  ];
}

/** Seconds, to the microsecond. */
function instant(value: unknown): number | null {
  const [, day, hour = '', fraction = '0'] =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d+))?/.exec(rawText(value) ?? '') ?? [];
  if (day === undefined) return null;
  return Date.parse(`${day}T${hour}Z`) / 1000 + Number(`0.${fraction}`);
}
