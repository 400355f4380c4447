import { describe, expect, it } from 'vitest';
import { cellClass, duration, messageDetail, text } from './data-table.ts';

describe('cells', () => {
  it('say why a value is not there, which is not zero', () => {
    expect(duration(0)).toEqual({ kind: 'duration', seconds: 0 });
    expect(duration(null, 'it never ran')).toEqual({ kind: 'none', why: 'it never ran' });
    expect(text('')).toEqual({ kind: 'none', why: 'not told' });
  });

  it('are numbers, hidden on narrow screens, and messages by their classes', () => {
    const column = { label: 'Rows', isNumeric: true, narrow: 'hidden' } as const;
    expect(cellClass(column, { kind: 'count', value: 3 })).toBe('num wide-only');
    const line = { kind: 'message', text: 'OK', isWhole: false } as const;
    expect(cellClass({ label: 'Message' }, line)).toBe('summary');
    expect(cellClass({ label: 'Name' }, { kind: 'text', text: 'a' })).toBeUndefined();
  });
});

describe('messageDetail', () => {
  it('is there for messages that their line cuts', () => {
    expect(messageDetail('OK', 'orders')).toBeNull();
    expect(messageDetail('Database Error\n  no such table\n  LINE 2', 'orders')).toEqual({
      summary: 'Whole message',
      of: 'orders',
      message: 'Database Error\n  no such table\n  LINE 2',
    });
  });
});
