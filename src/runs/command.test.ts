import { describe, expect, it } from 'vitest';
import { commandLine, hasRun, typedCommand } from './command.ts';

describe('commandLine', () => {
  it.each([
    ['build', {}, 'dbt build'],
    [
      'run',
      { select: ['a', 'b+'], exclude: ['c'], full_refresh: true },
      'dbt run --select a b+ --exclude c --full-refresh',
    ],
    ['run', { models: ['old_flag'] }, 'dbt run --select old_flag'],
    ['run-operation', { macro: 'grant_all' }, 'dbt run-operation grant_all'],
    ['build', { invocation_command: 'dbt build -s tag:nightly ' }, 'dbt build -s tag:nightly'],
    ['build', { select: [], target: null, full_refresh: false }, 'dbt build'],
    ['build', { invocation_command: 'dbt retry' }, 'dbt retry'],
    ['list', { invocation_command: 'dbt --quiet ls' }, 'dbt --quiet ls'],
    ['source freshness', { invocation_command: 'dbt source freshness' }, 'dbt source freshness'],
    ['run', { invocation_command: 'dbt ', select: ['a'] }, 'dbt run --select a'],
    ['run', { invocation_command: 'dbt tests/my_test.py -x' }, 'dbt run'],
    ['run', { invocation_command: 'dbt tasks run shop_dag orders --local' }, 'dbt run'],
    ['run', { invocation_command: 'dbt --target prod run' }, 'dbt --target prod run'],
    [null, {}, 'dbt (command unknown)'],
    [
      'build',
      { invocation_command: 'dbt build --log-format-file json -s a --project-dir=./x' },
      'dbt build -s a',
    ],
  ])('of %j with %j is %j', (which, args, expected) => {
    expect(commandLine(which, args)).toBe(expected);
  });
});

describe('hasRun', () => {
  it.each(['compile', 'generate', 'parse', 'list', 'show', 'clone'])('is false for %s', (which) => {
    expect(hasRun(typedCommand(which))).toBe(false);
  });

  it.each(['build', 'run', 'test', 'seed', 'snapshot', 'retry', 'run-operation', null])(
    'is true for %s',
    (which) => {
      expect(hasRun(typedCommand(which))).toBe(true);
    },
  );
});
