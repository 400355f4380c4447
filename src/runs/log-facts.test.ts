import { describe, expect, it } from 'vitest';
import type { InvocationLog, LogEntry } from '../artifacts/log/log.ts';
import { logFacts } from './log-facts.ts';

function aLog(...messages: string[]): InvocationLog {
  return {
    file: 'dbt.log',
    invocationId: null,
    format: 'json',
    truncated: false,
    entries: messages.map((message, i) => ({
      at: `2026-11-13T10:15:0${i}.500000Z`,
      level: 'info',
      code: null,
      nodeId: null,
      message,
    })),
  };
}

it('reads version, command and duration', () => {
  expect(
    logFacts(
      aLog(
        'Running with dbt=1.12.6',
        'Found 88 models',
        'Command `dbt ls --resource-type model` succeeded at 10:15:02 after 2.1 seconds',
      ),
    ),
  ).toEqual({
    command: 'dbt ls --resource-type model',
    dbtVersion: '1.12.6',
    startedAt: '2026-11-13T10:15:00.500Z',
    elapsed: 2,
    errors: [],
  });
});

it.each(['cli ls', 'dbtf ls', 'python3.12 -m dbt.cli.main ls'])(
  'takes `%s` for `dbt ls`',
  (said) => {
    const { entries, ...log } = aLog('noise', `Command \`${said}\` succeeded at 10:15:01`);
    const failed = entries.map((entry): LogEntry => ({ ...entry, level: 'error' }));
    expect(logFacts({ ...log, entries: failed })).toMatchObject({ command: 'dbt ls', errors: [] });
  },
);

it('writes a version as artifacts do', () => {
  const version = (said: string) => logFacts(aLog(`Running with dbt=${said}`)).dbtVersion;
  expect([version('1.13.0-b1'), version('1.12.0-rc2'), version('2.0.0-beta.2')]).toEqual([
    '1.13.0b1',
    '1.12.0rc2',
    '2.0.0-beta.2',
  ]);
});

it('adds up times of day, over midnight and back by a little', () => {
  const { entries, ...log } = aLog('Running with dbt=1.12.6', 'a', 'b', 'c');
  const clocks = ['23:59:58.500000', '23:59:59.250000', '23:59:59.200000', '00:00:01.000000'];
  const facts = logFacts({
    ...log,
    format: 'text',
    entries: entries.map((entry, at) => ({ ...entry, at: clocks[at] ?? null })),
  });
  expect([facts.startedAt, facts.elapsed]).toEqual([null, 2.5]);
});

it('knows docs generate by the catalog that it writes', () => {
  expect(logFacts(aLog('Catalog written to target/catalog.json')).command).toBe(
    'dbt docs generate',
  );
});

it('says nothing of a log that says nothing, or isn’t there', () => {
  const nothing = { command: null, dbtVersion: null, startedAt: null, elapsed: null, errors: [] };
  expect(logFacts(null)).toEqual(nothing);
  expect(logFacts(aLog())).toEqual(nothing);
});

describe('errors', () => {
  const withErrors = (log: InvocationLog, ...at: number[]): InvocationLog => ({
    ...log,
    entries: log.entries.map((entry, index): LogEntry => ({
      ...entry,
      level: at.includes(index) ? 'error' : entry.level,
    })),
  });

  it('are told once each, without the level', () => {
    const log = aLog(
      'Running with dbt=1.12.6',
      '[ERROR]: Compilation Error\n  in a',
      'Compilation Error\n  in a',
    );
    expect(logFacts(withErrors(log, 1, 2)).errors).toEqual(['Compilation Error\n  in a']);
  });

  it('are five at most', () => {
    const log = aLog('a', 'b', 'c', 'd', 'e', 'f');
    expect(logFacts(withErrors(log, 0, 1, 2, 3, 4, 5)).errors).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('are none of a command that succeeded', () => {
    const log = aLog('oh no', 'Command `dbt parse` succeeded at 10:15:02 after 2.1 seconds');
    expect(logFacts(withErrors(log, 0)).errors).toEqual([]);
  });
});
