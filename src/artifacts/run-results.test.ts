import { expect, it } from 'vitest';
import { readRunResults } from './run-results.ts';
import { findingsOf, jsonFileOf } from './testing/json-file-of.ts';

it('reads results and fills in what a writer left out', () => {
  const file = jsonFileOf({
    metadata: {
      dbt_schema_version: 'https://schemas.getdbt.com/dbt/run-results/v6.json',
      invocation_id: 'i',
    },
    args: { which: 'build', vars: { a: 1 } },
    elapsed_time: 1.5,
    results: [{ unique_id: 'model.a.b', status: 'Success', execution_time: 0.5 }],
  });
  const results = readRunResults(file);
  expect(findingsOf(file)).toEqual([]);
  expect([results?.which, results?.elapsed_time, results?.metadata.schema_number]).toEqual([
    'build',
    1.5,
    6,
  ]);
  expect(results?.results).toEqual([
    {
      unique_id: 'model.a.b',
      status: 'success',
      raw_status: 'Success',
      message: null,
      failures: null,
      execution_time: 0.5,
      thread_id: null,
      timing: [],
      adapter_response: {},
      compiled: null,
      compiled_code: null,
      relation_name: null,
      batch_results: null,
    },
  ]);
});

it('reads the results of dbt before 0.19, which hold whole nodes', () => {
  const model = (name: string) => ({
    unique_id: `model.a.${name}`,
    resource_type: 'model',
    injected_sql: 'select 1',
  });
  const test = (name: string) => ({ unique_id: `test.a.${name}`, resource_type: 'test' });
  const none = { error: null, fail: null, warn: null, skip: false };
  const results = readRunResults(
    jsonFileOf({
      generated_at: '2020-01-01T00:00:00Z',
      results: [
        { ...none, node: model('made'), status: 'CREATE VIEW' },
        { ...none, node: model('broken'), status: 'ERROR', error: 'no such table' },
        { ...none, node: model('skipped'), skip: true, status: null },
        { ...none, node: test('passes'), status: 0 },
        { ...none, node: test('fails'), status: 3, fail: true },
        { ...none, node: test('warns'), status: 2, warn: true },
      ],
    }),
  );
  expect(results?.metadata.generated_at).toBe('2020-01-01T00:00:00Z');
  expect(results?.which).toBeNull();
  expect(
    results?.results.map(({ status, message, failures }) => [status, message, failures]),
  ).toEqual([
    ['success', 'CREATE VIEW', null],
    ['error', 'no such table', null],
    ['skipped', null, null],
    ['pass', null, 0],
    ['fail', null, 3],
    ['warn', null, 2],
  ]);
  expect(results?.results[0]?.compiled_code).toBe('select 1');
});

it('names the command of an RPC call, and a missing status unknown', () => {
  const results = readRunResults(
    jsonFileOf({
      args: { rpc_method: 'run_sql' },
      results: [{ unique_id: 'a', adapter_response: 'OK 1' }],
    }),
  );
  expect(results?.which).toBe('run_sql');
  expect(results?.results[0]).toMatchObject({
    status: 'unknown',
    raw_status: null,
    adapter_response: { _message: 'OK 1' },
  });
});

it('takes the colours of a terminal out of messages', () => {
  const message = '\u001b[32mactual\u001b[0m differs from \u001b[31;1mexpected\u001b[0m:';
  const results = readRunResults(jsonFileOf({ results: [{ unique_id: 'a', message }] }));
  expect(results?.results[0]?.message).toBe('actual differs from expected:');
});

it('drops a result without an id and says where', () => {
  const file = jsonFileOf(
    { results: [{ status: 'success' }, 7, { unique_id: 'a', status: 'pass', failures: 'many' }] },
    'run_results.json',
  );
  expect(
    readRunResults(file)?.results.map(({ unique_id, failures }) => [unique_id, failures]),
  ).toEqual([['a', null]]);
  expect(findingsOf(file)).toMatchInlineSnapshot(`
    [
      "NodeInvalid $.results[0] The entry is left out: \`unique_id\` is missing or unusable.",
      "NodeInvalid $.results[1] The entry is left out: it is the number 7 and not an object.",
      "FieldInvalid $.results[2].failures Found the text "many" where a number is expected. The site is built as if it were not there.",
    ]
  `);
});

it('keeps the first of two results of one node and says where the second is', () => {
  const [passed, failed] = ['pass', 'fail'].map((status) => ({ unique_id: 'a', status }));
  const file = jsonFileOf({ results: [passed, failed] });
  expect(readRunResults(file)?.results.map(({ status }) => status)).toEqual(['pass']);
  expect(findingsOf(file)).toEqual([
    'DuplicateId $.results[1] A second entry has the unique_id "a". The first one is kept.',
  ]);
  const silent = jsonFileOf({ results: [{ unique_id: 'a' }, failed] });
  expect(readRunResults(silent)?.results.map(({ status }) => status)).toEqual(['fail']);
});
