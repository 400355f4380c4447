import { expect, it } from 'vitest';
import { sliceLog } from './slice-log.ts';

function entry(level: string, message: string, uniqueId: string | null = null) {
  return { at: null, level, uniqueId, message };
}

it('keeps warnings and errors before all others, in the order of the log', () => {
  const many = Array.from({ length: 6000 }, (_, at) => entry('info', `info ${at}`));
  const slice = sliceLog([...many, entry('error', 'last')], new Set());
  expect(slice).toHaveLength(5000);
  expect([slice[0]?.message, slice.at(-1)?.message]).toEqual(['info 0', 'last']);
});

it('keeps details of nodes that had trouble before those of others', () => {
  const details = Array.from({ length: 6000 }, (_, at) =>
    entry('debug', `detail ${at}`, at === 5999 ? 'model.shop.bad' : 'model.shop.good'),
  );
  const slice = sliceLog(details, new Set(['model.shop.bad']));
  expect(slice.at(-1)?.message).toBe('detail 5999');
});

it('takes no more than a megabyte, however long the messages are', () => {
  const long = Array.from({ length: 100 }, () => entry('error', 'x'.repeat(16_384)));
  expect(sliceLog(long, new Set())).toHaveLength(64);
});
