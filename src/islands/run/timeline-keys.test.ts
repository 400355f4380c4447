import { describe, expect, it } from 'vitest';
import type { BarNode } from './timeline-json.ts';
import { stepFrom } from './timeline-keys.ts';
import type { TimelineRow } from './timeline-rows.ts';

const NODES = [0, 3, 5, 1, 6].map((start, at): BarNode => ({
  unique_id: `n${at}`,
  name: `n${at}`,
  resource_type: 'model',
  href: null,
  anchor: '',
  status: 'success',
  kind: 'success',
  start,
  end: start + 1,
  compile_time: null,
  execute_time: null,
  execution_time: 1,
  waited: null,
  lane: null,
  parents: [],
  message: null,
}));
const ROWS: readonly TimelineRow[] = [
  ...[0, 1, 2].map((node): TimelineRow => ({ kind: 'node', node })),
  { kind: 'rest', count: 1 },
  { kind: 'node', node: 3 },
];
const LANES: readonly TimelineRow[] = [
  { kind: 'lane', lane: 0, nodes: [0, 1, 2] },
  { kind: 'lane', lane: 1, nodes: [] },
  { kind: 'lane', lane: 2, nodes: [3, 4] },
];

describe('in rows', () => {
  it.each([
    [null, 'ArrowDown', 0],
    [0, 'ArrowDown', 1],
    [2, 'ArrowDown', 3],
    [3, 'ArrowDown', 3],
    [0, 'ArrowUp', 0],
    [1, 'End', 3],
    [3, 'Home', 0],
    [null, 'End', 3],
    [0, 'PageDown', 2],
    [0, 'ArrowRight', null],
    [0, 'x', null],
  ])('from %j %s leads to %j', (chosen, key, to) => {
    expect(stepFrom(ROWS, chosen, key, 2, NODES)).toBe(to);
  });

  it('no key leads anywhere where there are none', () => {
    expect(stepFrom([], null, 'ArrowDown', 2, NODES)).toBeNull();
  });
});

describe('in lanes', () => {
  it.each([
    [null, 'ArrowDown', 0],
    [null, 'ArrowRight', 0],
    [0, 'ArrowRight', 1],
    [2, 'ArrowRight', 2],
    [1, 'ArrowLeft', 0],
    [2, 'ArrowDown', 4],
    [0, 'ArrowDown', 3],
    [4, 'ArrowUp', 2],
    [4, 'ArrowDown', 4],
    [4, 'Home', 3],
  ])('from %j %s leads to %j', (chosen, key, to) => {
    expect(stepFrom(LANES, chosen, key, 2, NODES)).toBe(to);
  });
});
