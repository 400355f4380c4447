import { expect, it } from 'vitest';
import { commandKey, medianOf } from './same-command.ts';

const BUILD = {
  which: 'build',
  target: 'prod',
  command: 'dbt build',
  args: { select: ['a'], exclude: [], threads: 4 },
};

it('takes runs of one command, selection and target for the same, whatever else they were given', () => {
  expect(commandKey({ ...BUILD, args: { select: 'a', threads: 8, exclude: null } })).toBe(
    commandKey(BUILD),
  );
});

it.each([
  { which: 'run' },
  { command: 'dbt retry' },
  { target: 'dev' },
  { args: { select: ['b'] } },
  { args: { select: ['a'], exclude: ['c'] } },
  { args: { select: ['a'], selector: 'nightly' } },
])('takes a run with %j for another', (given) => {
  expect(commandKey({ ...BUILD, ...given })).not.toBe(commandKey(BUILD));
});

it('goes by the command line where dbt recorded no arguments', () => {
  const plain = { ...BUILD, args: {} };
  expect(commandKey({ ...plain, command: 'dbt build --select x' })).not.toBe(commandKey(plain));
  expect(commandKey({ ...plain })).toBe(commandKey(plain));
});

it('finds the median', () => {
  expect([medianOf([]), medianOf([3]), medianOf([9, 1, 2]), medianOf([4, 1, 2, 9])]).toEqual([
    null,
    3,
    2,
    3,
  ]);
});
