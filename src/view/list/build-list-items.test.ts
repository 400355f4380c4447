import { describe, expect, it } from 'vitest';
import { aContext, aResource, aRun, aTest } from '../test-context.ts';
import { listItem } from './build-list-items.ts';
import { packRows } from './packed-rows.ts';
import { unpackRows } from './unpack-rows.ts';

const ADA = { name: 'Ada', email: null, from: 'meta' } as const;
const MODEL = aResource('model.shop.orders', { owner: ADA });
const TEST = aResource('test.shop.unique', {
  parents: [MODEL.uniqueId],
  details: aTest({ attachedNode: MODEL.uniqueId, columnName: 'id' }),
});

const RUNS = ['pass', 'fail', 'pass', 'fail', 'fail']
  .map((status, night) =>
    aRun(`r${night}`, `2026-10-1${night}T05:00:00.000Z`, { [TEST.uniqueId]: status }),
  )
  .reverse();

describe('the row of a test', () => {
  const row = listItem(TEST, aContext([MODEL, TEST], RUNS));

  it('says since when it fails, how often it flipped and how its last runs went', () => {
    expect(row.own.past).toEqual({
      since: '2026-10-13T05:00:00.000Z',
      sinceHref: '/docs/runs/r3/#node-test.shop.unique',
      hasBegun: true,
      flips: 3,
      runs: 5,
      last: ['success', 'error', 'success', 'error', 'error'],
    });
  });

  it('names what it tests, and who answers for that', () => {
    expect([row.own.tested?.name, row.own.type, row.owner]).toEqual(['orders', 'generic', 'Ada']);
  });

  it('reaches the browser whole', () => {
    expect(unpackRows(packRows([row]), 1)[0]?.own.past).toEqual(row.own.past);
  });

  it('of a test without a result says nothing of its past', () => {
    expect(listItem(TEST, aContext([MODEL, TEST])).own.past).toMatchObject({
      since: null,
      runs: 0,
      last: [],
    });
  });
});
