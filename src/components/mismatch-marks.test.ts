import { expect, it } from 'vitest';
import { mismatchMarks } from './mismatch-marks.ts';

it('marks the columns with a mismatch while they are few', () => {
  const mismatches = [null, 'not declared', null];
  expect(mismatchMarks(mismatches)).toEqual({ summary: null, marks: mismatches });
});

it('says once what holds for all', () => {
  expect(mismatchMarks(['not declared', 'not declared', 'not declared'])).toEqual({
    summary: 'None of the columns is declared.',
    marks: [null, null, null],
  });
});

it('says once what holds for most, and marks the others', () => {
  expect(
    mismatchMarks(['not declared', null, 'not declared', 'not declared', 'not in the catalog']),
  ).toEqual({
    summary: '3 of 5 columns are not declared; the others are marked.',
    marks: [null, 'declared', null, null, 'not in the catalog'],
  });
});
