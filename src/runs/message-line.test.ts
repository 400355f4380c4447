import { describe, expect, it } from 'vitest';
import { isLongMessage, messageLine } from './message-line.ts';

const CONTRACT = `Compilation Error in model fct_orders (models/marts/core/fct_orders.sql)
  This model has an enforced contract that failed.

  | column_name | definition_type |`;

describe('messageLine', () => {
  it.each([
    ['OK', 'OK'],
    [CONTRACT, 'This model has an enforced contract that failed.'],
    [
      '\n\n  Got 3 results, configured to fail if != 0\n',
      'Got 3 results, configured to fail if != 0',
    ],
    ['Database Error\n  no such table: orders', 'no such table: orders'],
    ['Runtime Error in model a (a.sql)\n  Constraint Error: b', 'Constraint Error: b'],
    ['Compilation Error in model a (a.sql)', 'Compilation Error in model a (a.sql)'],
    [' \n', ''],
  ])('finds what %j says', (message, line) => {
    expect(messageLine(message)).toBe(line);
  });
});

describe('isLongMessage', () => {
  it('holds for several lines, and for one of more than 72 letters', () => {
    expect(isLongMessage(CONTRACT)).toBe(true);
    expect(isLongMessage('a'.repeat(73))).toBe(true);
  });

  it('does not hold for one line, whatever blanks surround it, nor for none', () => {
    expect(isLongMessage('\n  OK\n')).toBe(false);
    expect(isLongMessage(null)).toBe(false);
  });
});
