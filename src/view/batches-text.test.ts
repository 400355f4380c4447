import { expect, it } from 'vitest';
import type { Interval } from '../runs/run.ts';
import { batchesText } from './batches-text.ts';

const day = (number: number): Interval => [
  `2026-11-1${number}T00:00:00.000Z`,
  `2026-11-1${number + 1}T00:00:00.000Z`,
];

it('says how many batches succeeded, and which failed', () => {
  expect(batchesText({ successful: [day(1), day(2)], failed: [day(7)] })).toBe(
    '2 of 3 batches; failed: 2026-11-17',
  );
  expect(batchesText({ successful: [day(1)], failed: [] })).toBe('1 of 1 batch');
});

it('names five, by the minute where they aren’t days', () => {
  const hour = (number: number): Interval => [
    `2026-11-17T0${number}:00:00.000Z`,
    `2026-11-17T0${number + 1}:00:00.000Z`,
  ];
  expect(batchesText({ successful: [], failed: [0, 1, 2, 3, 4, 5, 6].map(hour) })).toBe(
    '0 of 7 batches; failed: 2026-11-17 00:00 UTC, 2026-11-17 01:00 UTC, 2026-11-17 02:00 UTC, 2026-11-17 03:00 UTC, 2026-11-17 04:00 UTC and 2 more',
  );
});

it('names none whose time is unknown, and says nothing without batches', () => {
  expect(batchesText({ successful: [], failed: [[null, null]] })).toBe('0 of 1 batch');
  expect(batchesText({ successful: [], failed: [] })).toBeNull();
  expect(batchesText(null)).toBeNull();
});
