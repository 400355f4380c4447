import { describe, expect, it } from 'vitest';
import { logText } from '../../view/runs/log.ts';
import { filterLog, parseLog } from './parse-log.ts';

const ENTRIES = [
  { at: '05:00:01', level: 'info', uniqueId: null, message: 'Running with dbt=1.11.0' },
  { at: null, level: 'error', uniqueId: 'model.shop.a', message: 'Oh\n  no\n\n    such table' },
  { at: '05:00:03', level: 'debug', uniqueId: 'model.shop.b', message: 'select 1' },
  { at: '05:00:04', level: 'warn', uniqueId: 'model.shop.a', message: '' },
];

it('reads what is written', () => {
  const text = logText({ file: 'dbt.log', isTruncated: false, entries: ENTRIES });
  expect(parseLog(text)).toEqual(ENTRIES);
  expect(parseLog('')).toEqual([]);
});

it('keeps a tab in a message from looking like the next column', () => {
  const entries = [{ at: null, level: 'info', uniqueId: null, message: 'a\tb' }];
  const text = logText({ file: 'dbt.log', isTruncated: false, entries });
  expect(parseLog(text)[0]?.message).toBe('a  b');
});

describe('a filter', () => {
  const shown = (level: string, node: string, words: string): (string | null)[] =>
    filterLog(ENTRIES, { level, node, words }).map(({ at }) => at);

  it('by level keeps what is more serious', () => {
    expect(shown('warn', '', '')).toEqual([null, '05:00:04']);
    expect(shown('', '', '')).toHaveLength(4);
  });

  it('by node and by words', () => {
    expect(shown('', 'model.shop.a', '')).toEqual([null, '05:00:04']);
    expect(shown('', '', 'TABLE such')).toEqual([null]);
    expect(shown('', '', 'shop.b')).toEqual(['05:00:03']);
  });
});
