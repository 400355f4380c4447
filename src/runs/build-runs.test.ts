import { describe, expect, it } from 'vitest';
import { createDiagnostics } from '../artifacts/diagnostics.ts';
import { readFreshness } from '../artifacts/freshness.ts';
import type { InvocationLog } from '../artifacts/log/log.ts';
import { readRunResults } from '../artifacts/run-results.ts';
import { buildRuns } from './build-runs.ts';
import { memoryHistory } from './memory-history.ts';
import type { Run } from './run.ts';

function file(content: object) {
  return {
    path: 'x.json',
    bytes: Buffer.from(JSON.stringify(content)),
    diagnostics: createDiagnostics(),
  };
}

function runOf(
  runResults: object | null,
  sources: object | null = null,
  invocationId: string | null = 'i1',
): Run {
  const [run] = buildRuns([
    {
      folder: '.',
      invocationId,
      runResults: runResults === null ? null : readRunResults(file(runResults)),
      sources: sources === null ? null : readFreshness(file(sources)),
      log: null,
      files: [],
    },
  ]);
  if (run === undefined) throw new Error('no run');
  return run;
}

const METADATA = {
  dbt_version: '1.11.0',
  generated_at: '2026-11-02T05:00:10.000000Z',
  invocation_id: 'i1',
};

describe('a run', () => {
  it('keeps the intervals of a microbatch model', () => {
    const [orders, plain] = runOf({
      metadata: METADATA,
      results: [
        {
          unique_id: 'model.shop.a',
          status: 'partial success',
          batch_results: {
            successful: [['2026-11-01T00:00:00+00:00', '2026-11-02T00:00:00+00:00']],
            failed: ['2026-11-02', ['soon']],
          },
        },
        { unique_id: 'model.shop.b', status: 'success', batch_results: null },
      ],
    }).results;
    expect(orders?.batches).toEqual({
      successful: [['2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z']],
      failed: [
        [null, null],
        [null, null],
      ],
    });
    expect(plain?.batches).toBeNull();
  });

  it('does not know how long a node compiled that has one span for everything', () => {
    const span = {
      started_at: '2026-11-02T05:00:01.000000Z',
      completed_at: '2026-11-02T05:00:01.250000Z',
    };
    const { results } = runOf({
      metadata: METADATA,
      results: [
        {
          unique_id: 'model.shop.a',
          status: 'success',
          timing: [
            { name: 'compile', ...span },
            { name: 'execute', ...span },
          ],
        },
      ],
    });
    expect(results).toMatchObject([{ compileTime: null, executeTime: 0.25 }]);
  });

  it('begins when its first node did, where dbt doesn’t say it', () => {
    const run = runOf({
      metadata: METADATA,
      args: { which: 'build', select: ['tag:nightly'], target: 'prod', threads: 4 },
      elapsed_time: 9.5,
      results: [
        {
          unique_id: 'model.shop.b',
          status: 'success',
          execution_time: 2.5,
          thread_id: 'Thread-1',
          timing: [
            {
              name: 'compile',
              started_at: '2026-11-02T05:00:01.000000Z',
              completed_at: '2026-11-02T05:00:01.250000Z',
            },
            {
              name: 'execute',
              started_at: '2026-11-02T05:00:01.250000Z',
              completed_at: '2026-11-02T05:00:03.500000Z',
            },
          ],
          adapter_response: { rows_affected: 12 },
        },
        { unique_id: 'model.shop.a', status: 'skipped', timing: [], execution_time: 0 },
      ],
    });
    expect(run).toMatchObject({
      id: 'i1',
      which: 'build',
      command: 'dbt build --select tag:nightly --target prod',
      startedAt: '2026-11-02T05:00:01.000Z',
      completedAt: '2026-11-02T05:00:10.000Z',
      elapsed: 9.5,
      kind: 'success',
      hasRun: true,
      threads: 4,
    });
    expect(run.results).toMatchObject([
      {
        uniqueId: 'model.shop.b',
        compileTime: 0.25,
        executeTime: 2.25,
        executionTime: 2.5,
        rowsAffected: 12,
      },
      { uniqueId: 'model.shop.a', startedAt: null, compileTime: null, kind: 'skipped' },
    ]);
  });

  it('knows when an operation ran, whose only phase dbt 1.8 calls by its macro', () => {
    const timing = {
      name: 'grant_all',
      started_at: '2026-11-02T05:00:01Z',
      completed_at: '2026-11-02T05:00:02.5Z',
    };
    const operation = { unique_id: 'macro.shop.grant_all', status: 'success', timing: [timing] };
    expect(runOf({ metadata: METADATA, results: [operation] }).results).toMatchObject([
      { startedAt: '2026-11-02T05:00:01.000Z', compileTime: null, executeTime: 1.5 },
    ]);
  });

  it.each(['1970-01-01T00:00:00Z', '0001-01-01T00:00:00'])('takes %s for no time', (never) => {
    const timing = { name: 'execute', started_at: never, completed_at: '2026-11-02T05:00:02Z' };
    const result = { unique_id: 'model.shop.a', status: 'success', timing: [timing] };
    expect(runOf({ metadata: METADATA, results: [result] }).results).toMatchObject([
      { startedAt: null, completedAt: '2026-11-02T05:00:02.000Z', executeTime: null },
    ]);
  });

  it('is as bad as its worst result', () => {
    const results = ['success', 'warn', 'fail'].map((status, i) => ({
      unique_id: `test.shop.${i}`,
      status,
    }));
    expect(runOf({ metadata: METADATA, results }).kind).toBe('error');
  });

  it('of docs generate counts as having run nothing', () => {
    const run = runOf({ metadata: METADATA, args: { which: 'generate' }, results: [] });
    expect([run.which, run.command, run.hasRun]).toEqual([
      'docs generate',
      'dbt docs generate',
      false,
    ]);
  });

  it('without an invocation id gets one from what it did, wherever its file lies', () => {
    const results = {
      metadata: { generated_at: METADATA.generated_at },
      results: [{ unique_id: 'a', status: 'pass' }],
    };
    expect(runOf(results, null, null).id).toMatch(/^run-[0-9a-f]{16}$/);
    expect(runOf(results, null, null).id).toBe(runOf(results, null, null).id);
  });

  it('takes capitalised and unknown statuses as they come, never as a success', () => {
    const run = runOf(null, {
      metadata: METADATA,
      results: [
        { unique_id: 'source.shop.raw.a', status: 'Warn', max_loaded_at_time_ago_in_s: 7200 },
        { unique_id: 'source.shop.raw.b', status: 'sparkling' },
      ],
    });
    expect(run.which).toBe('source freshness');
    expect(run.freshness).toMatchObject([
      { status: 'warn', kind: 'warn', age: 7200 },
      { status: 'sparkling', kind: 'none' },
    ]);
  });
});

describe('a run of which only a log is known', () => {
  const log = (level: 'info' | 'error'): InvocationLog => ({
    file: 'dbt.log',
    invocationId: 'i1',
    format: 'json',
    truncated: false,
    entries: [{ at: null, level, code: null, nodeId: null, message: '[ERROR]: Compilation Error' }],
  });
  const runWith = (
    logged: InvocationLog,
    runResults: object | null = null,
  ): Pick<Run, 'kind' | 'errors' | 'isLogOnly'> | undefined =>
    buildRuns([
      {
        folder: '.',
        invocationId: 'i1',
        runResults: runResults === null ? null : readRunResults(file(runResults)),
        sources: null,
        log: logged,
        files: [],
      },
    ])[0];

  it('failed where that holds errors, and says which', () => {
    expect(runWith(log('error'))).toMatchObject({
      kind: 'error',
      errors: ['Compilation Error'],
      isLogOnly: true,
    });
  });

  it('is of unknown outcome where it holds none', () => {
    expect(runWith(log('info'))).toMatchObject({ kind: 'none', errors: [], isLogOnly: true });
  });

  it('is told by its results as soon as there are some', () => {
    const results = [{ unique_id: 'model.shop.a', status: 'success' }];
    expect(runWith(log('error'), { metadata: METADATA, results })).toMatchObject({
      kind: 'success',
      errors: [],
      isLogOnly: false,
    });
  });
});

describe('history', () => {
  it.each(['no-op', 'NoOp', 'skipped', 'Skipped'])(
    'takes no %s for an outcome of what has none',
    (status) => {
      const results = ['exposure.shop.board', 'saved_query.shop.weekly'].map((unique_id) => ({
        unique_id,
        status,
      }));
      const history = memoryHistory([
        runOf({ metadata: METADATA, args: { which: 'build' }, results }),
      ]);
      expect(history.latest('exposure.shop.board')).toBeNull();
      expect(history.resultsOf('saved_query.shop.weekly')).toEqual([]);
    },
  );

  it('keeps the newest outcome of each resource, whatever ran later', () => {
    const result = (status: string) => [{ unique_id: 'model.shop.a', status }];
    const runs = [
      runOf({
        metadata: { ...METADATA, generated_at: '2026-11-01T05:00:00Z' },
        args: { which: 'run' },
        results: result('error'),
      }),
      runOf({
        metadata: { ...METADATA, generated_at: '2026-11-02T05:00:00Z' },
        args: { which: 'compile' },
        results: result('success'),
      }),
    ].toReversed();
    const history = memoryHistory(runs);
    expect(history.latest('model.shop.a')?.result.status).toBe('error');
    expect(history.resultsOf('model.shop.a')).toHaveLength(1);
    expect(history.latest('model.shop.b')).toBeNull();
  });
});
