import { expect, it } from 'vitest';
import { readTimelineState, writeTimelineState } from './timeline-state.ts';

it('reads what it writes, and keeps what else stands in the query', () => {
  const state = {
    mode: 'thread',
    window: { from: 1.25, to: 9.5 },
    node: 'model.shop.a b',
  } as const;
  const search = writeTimelineState('?compare=r1', state, 60);
  expect(search).toBe('?compare=r1&rows=thread&from=1.25&to=9.5&node=model.shop.a+b');
  expect(readTimelineState(search, 60)).toEqual(state);
});

it('writes nothing of what is as it was, and takes away what is no more', () => {
  const state = { mode: 'time', window: { from: 0, to: 60 }, node: null } as const;
  expect(writeTimelineState('?rows=thread&node=x', state, 60)).toBe('');
  expect(readTimelineState('', 60)).toEqual(state);
});

it.each(['?from=x&to=5', '?from=9&to=3', '?rows=nonsense'])(
  'takes %s for the whole run',
  (search) => {
    expect(readTimelineState(search, 60)).toEqual({
      mode: 'time',
      window: { from: 0, to: 60 },
      node: null,
    });
  },
);
