import { describe, expect, it } from 'vitest';
import { textMatcher } from './match-text.ts';

describe('the filter of rows', () => {
  const row = 'model Fct_orders 1 test fails models/marts/orders.sql';

  it.each([
    '',
    'orders',
    'ORDERS fails',
    '"1 test"',
    '-staging',
    'path:marts',
    'type:source,model',
  ])('keeps a row that says what is asked: %s', (query) => {
    expect(textMatcher(query)(row)).toBe(true);
  });

  it.each(['customers', 'orders customers', '"test 1"', '-fails', 'status:success'])(
    'leaves out a row that does not: %s',
    (query) => {
      expect(textMatcher(query)(row)).toBe(false);
    },
  );
});
