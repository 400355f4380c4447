import { describe, expect, it } from 'vitest';
import type { Run, RunResult } from '../run.ts';
import { statusKind } from '../status.ts';
import { buildTimeline, type Timeline } from './timeline.ts';
import { lanes } from './lanes.ts';
import { slices } from './slices.ts';

const START = Date.parse('2026-11-02T05:00:00.000Z');

/** A result by its seconds from the run's start: `[start, end]`, or none. */
function ran(
  uniqueId: string,
  times: readonly [start: number, end: number] | null,
  given: Partial<RunResult> = {},
): RunResult {
  const iso = (seconds: number): string => new Date(START + seconds * 1000).toISOString();
  const status = given.status ?? 'success';
  return {
    uniqueId,
    status,
    kind: statusKind(status),
    message: null,
    failures: null,
    threadId: 'Thread-1',
    startedAt: times === null ? null : iso(times[0]),
    completedAt: times === null ? null : iso(times[1]),
    compileTime: null,
    executeTime: null,
    executionTime: times === null ? null : Math.max(0, times[1] - times[0]),
    rowsAffected: null,
    adapterResponse: {},
    batches: null,
    compiledCode: null,
    fingerprint: null,
    ...given,
  };
}

function timelineOf(
  results: readonly RunResult[],
  parents: Readonly<Record<string, readonly string[]>> = {},
  startedAt: string | null = new Date(START).toISOString(),
): Timeline {
  const run: Pick<Run, 'results' | 'startedAt' | 'elapsed'> = { results, startedAt, elapsed: null };
  return buildTimeline(run, (id) => parents[id] ?? null);
}

describe('the critical path', () => {
  const results = [
    ran('a', [0, 3]),
    ran('b', [0, 1]),
    ran('c', [3, 5]),
    ran('d', [1, 7]),
    ran('e', [7, 8]),
  ];
  const parents = { a: [], b: [], c: ['a'], d: ['b'], e: ['c', 'd'] };

  it('is the chain with the largest sum of execution times', () => {
    expect(timelineOf(results, parents).criticalPath).toEqual({ ids: ['b', 'd', 'e'], seconds: 8 });
  });

  it('ends where a node in between was not executed', () => {
    const skipped = results.map((result) =>
      result.uniqueId === 'd' ? ran('d', null, { status: 'skipped', executionTime: 0 }) : result,
    );
    expect(timelineOf(skipped, parents).criticalPath).toEqual({ ids: ['a', 'c', 'e'], seconds: 6 });
  });

  it('is the same one of equal chains, in whatever order the results stand', () => {
    const equal = [ran('x', [0, 2]), ran('y', [0, 2]), ran('z', [2, 3]), ran('w', [2, 3])];
    const graph = { x: [], y: [], z: ['y', 'x'], w: ['y'] };
    expect(timelineOf(equal, graph).criticalPath.ids).toEqual(['y', 'w']);
    expect(timelineOf(equal.toReversed(), graph).criticalPath.ids).toEqual(['y', 'w']);
  });

  it('of a cycle and of what is its own parent comes to an end', () => {
    const graph = { a: ['c'], b: ['a', 'b'], c: ['b'] };
    const { criticalPath } = timelineOf(
      [ran('a', [0, 1]), ran('b', [1, 2]), ran('c', [2, 3])],
      graph,
    );
    expect(criticalPath).toEqual({ ids: ['a', 'b', 'c'], seconds: 3 });
  });

  it('needs no times, as long as dbt says how long nodes took', () => {
    const untimed = [ran('a', null, { executionTime: 4 }), ran('b', null, { executionTime: 2.5 })];
    const timeline = timelineOf(untimed, { a: [], b: ['a'] });
    expect(timeline.criticalPath).toEqual({ ids: ['a', 'b'], seconds: 6.5 });
    expect(timeline).toMatchObject({ span: null, latestStart: null, longest: { uniqueId: 'a' } });
    expect(timeline.concurrency).toEqual({ peak: 0, average: null, steps: [] });
    expect(timeline.waiting.total).toBeNull();
  });
});

describe('waiting', () => {
  it('is from the latest end of the parents, or the run’s start, to the node’s start', () => {
    const { waiting } = timelineOf(
      [ran('a', [2, 3]), ran('b', [4, 6]), ran('c', [7, 8]), ran('d', [8, 9])],
      { a: [], b: [], c: ['a', 'b'], d: ['gone'] },
    );
    expect([...waiting.byId]).toEqual([
      ['a', 2],
      ['b', 4],
      ['c', 1],
      ['d', 8],
    ]);
    expect([waiting.total, waiting.beforeFirst]).toEqual([15, 6]);
  });

  it('is nothing where a node began before its parents ended, as unit tests do', () => {
    const { waiting } = timelineOf([ran('a', [1, 5]), ran('b', [2, 3])], { a: [], b: ['a'] });
    expect(waiting.byId.get('b')).toBe(0);
  });

  it('is unknown for what the manifest doesn’t know', () => {
    const { waiting, unknownCount } = timelineOf([ran('a', [1, 5]), ran('b', [2, 3])], { a: [] });
    expect([...waiting.byId.keys()]).toEqual(['a']);
    expect(unknownCount).toBe(1);
  });

  it('begins with the first node where dbt doesn’t say when the run began', () => {
    const { waiting } = timelineOf([ran('a', [1, 5]), ran('b', [2, 3])], { a: [], b: [] }, null);
    expect([waiting.total, waiting.beforeFirst]).toEqual([1, 0]);
  });
});

describe('concurrency', () => {
  it('counts who executes at one instant, and not the one that ends as another starts', () => {
    const { concurrency } = timelineOf([ran('a', [0, 4]), ran('b', [1, 2]), ran('c', [2, 4])]);
    expect(concurrency).toEqual({
      peak: 2,
      average: 7 / 4,
      steps: [
        [START, 1],
        [START + 1000, 2],
        [START + 4000, 0],
      ],
    });
  });

  it('counts a node that took no time, but not beside the one that follows it at once', () => {
    expect(timelineOf([ran('a', [1, 1]), ran('b', [1, 3])]).concurrency.peak).toBe(1);
    expect(timelineOf([ran('a', [1, 1]), ran('b', [0, 3])]).concurrency.peak).toBe(2);
    expect(timelineOf([ran('a', [1, 1])]).concurrency).toEqual({
      peak: 1,
      average: null,
      steps: [],
    });
  });

  it('has no average where a clock ran backwards, as nobody knows how long a node took', () => {
    const timeline = timelineOf([ran('a', [5, 2]), ran('b', [1, 3])]);
    expect(timeline.nodes.get('a')?.end).toBeNull();
    expect(timeline.concurrency).toMatchObject({ peak: 1, average: null });
    expect(timelineOf([ran('a', [5, 2]), ran('b', [4, 3])]).concurrency).toEqual({
      peak: 1,
      average: null,
      steps: [],
    });
    expect(timeline.span).toEqual({ start: START, end: START + 5000 });
    expect(timelineOf([ran('a', [-5, 2])]).span).toEqual({
      start: START - 5000,
      end: START + 2000,
    });
  });
});

it('names the longest model and the latest start, of equal ones the first by id', () => {
  const timeline = timelineOf([
    ran('test.shop.t', [0, 9]),
    ran('model.shop.b', [1, 3]),
    ran('model.shop.a', [1, 3]),
  ]);
  expect(timeline.longest?.uniqueId).toBe('model.shop.a');
  expect(timeline.latestStart?.uniqueId).toBe('model.shop.a');
  expect(timeline.wallClock).toBe(9);
});

it('takes the last of several results of one node', () => {
  const { nodes } = timelineOf([ran('a', [0, 1], { status: 'error' }), ran('a', [2, 5])]);
  expect([...nodes.values()].map(({ executionTime }) => executionTime)).toEqual([3]);
});

describe('lanes', () => {
  it('are the threads, by their numbers, with more of one where nodes overlap on it', () => {
    const on = (threadId: string | null): Partial<RunResult> => ({ threadId });
    const { nodes } = timelineOf([
      ran('a', [0, 2], on('Thread-10')),
      ran('b', [0, 2], on('Thread-2')),
      ran('c', [1, 3], on('Thread-2')),
      ran('d', [2, 3], on('Thread-2')),
      ran('e', [0, 1], on(null)),
      ran('f', null),
    ]);
    expect(
      lanes(nodes.values()).map((lane) => [
        lane.threadId,
        lane.nodes.map(({ uniqueId }) => uniqueId).join(),
      ]),
    ).toEqual([
      ['Thread-2', 'b,d'],
      ['Thread-2', 'c'],
      ['Thread-10', 'a'],
      [null, 'e'],
    ]);
  });
});

describe('slices', () => {
  it('tell for each part of a run how much there was at once', () => {
    const { concurrency, span } = timelineOf([ran('a', [1, 4]), ran('b', [2, 3])]);
    if (span === null) throw new Error('The run has no times.');
    expect(
      slices(concurrency.steps, span, 2).map(({ from, to, average, peak }) => [
        (from - START) / 1000,
        (to - START) / 1000,
        average,
        peak,
      ]),
    ).toEqual([
      [0, 2, 0.5, 1],
      [2, 4, 1.5, 2],
    ]);
  });

  it('are none of a run that took no time', () => {
    expect(slices([], { start: START, end: START }, 12)).toEqual([]);
  });
});
