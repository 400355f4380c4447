import { describe, expect, it } from 'vitest';
import type { BarNode, BarsJson } from './timeline-json.ts';
import { mergeBars, rowsByDuration, rowsOf, type TimelineRow } from './timeline-rows.ts';

function node(
  unique_id: string,
  times: readonly [start: number, end: number] | null,
  lane: number | null = 0,
): BarNode {
  const [start, end] = times ?? [null, null];
  return {
    unique_id,
    name: unique_id,
    resource_type: 'model',
    href: null,
    anchor: `node-${unique_id}`,
    status: 'success',
    kind: 'success',
    start,
    end,
    compile_time: null,
    execute_time: null,
    execution_time: times === null ? null : times[1] - times[0],
    waited: null,
    lane: times === null ? null : lane,
    parents: [],
    message: null,
  };
}

const BARS: BarsJson = {
  href: '/runs/r/',
  span: 10,
  threads: ['Thread-1', 'Thread-2'],
  critical_path: [0, 2],
  nodes: [
    node('a', [0, 4]),
    node('b', [1, 2], 1),
    node('c', [4, 9]),
    node('d', [9, 10], 1),
    node('skipped', null),
  ],
};
const ALL = { from: 0, to: 10 };

function texts(rows: readonly TimelineRow[]): string[] {
  return rows.map((row) =>
    row.kind === 'node'
      ? (BARS.nodes[row.node]?.name ?? '')
      : row.kind === 'lane'
        ? `lane ${row.lane}: ${row.nodes.join()}`
        : `rest ${row.count}`,
  );
}

describe('the rows', () => {
  it('by time are all nodes, and after them what was not executed', () => {
    expect(texts(rowsOf(BARS, 'time', ALL, true))).toEqual([
      'a',
      'b',
      'c',
      'd',
      'rest 1',
      'skipped',
    ]);
  });

  it('of a part of the run are those that have something in it', () => {
    expect(texts(rowsOf(BARS, 'time', { from: 3, to: 5 }, false))).toEqual(['a', 'c']);
  });

  it('by thread are the threads', () => {
    expect(texts(rowsOf(BARS, 'thread', ALL, true))).toEqual(['lane 0: 0,2', 'lane 1: 1,3']);
  });

  it('of the critical path are its nodes', () => {
    expect(texts(rowsOf(BARS, 'critical', ALL, true))).toEqual(['a', 'c']);
  });

  it('of a narrow window begin with what took longest', () => {
    expect(texts(rowsByDuration(BARS, 'time'))).toEqual(['c', 'a', 'b', 'd', 'skipped']);
  });
});

describe('bars of a lane', () => {
  const nodes = [
    node('a', [0, 4]),
    ...[4, 4.1, 4.2].map((at) => node('n', [at, at + 0.05])),
    node('z', [6, 6.05]),
  ];
  const bars = { ...BARS, nodes };

  it('that are narrow and close are one', () => {
    expect(
      mergeBars(bars, [0, 1, 2, 3, 4], 0.2, null).map(({ first, count }) => [first, count]),
    ).toEqual([
      [0, 1],
      [1, 3],
      [4, 1],
    ]);
  });

  it('leave the chosen one alone', () => {
    expect(
      mergeBars(bars, [0, 1, 2, 3, 4], 0.2, 2).map(({ first, count }) => [first, count]),
    ).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 1],
    ]);
  });
});
