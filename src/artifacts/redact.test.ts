import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { redactArtifact } from './redact.ts';

function redacted(content: string, kind: Parameters<typeof redactArtifact>[1]): string {
  return Buffer.concat(redactArtifact(Buffer.from(content), kind)).toString();
}

it('masks env and leaves every other byte of a manifest as it is', () => {
  const rest = '"nodes" : { "a":{"raw_code" : "password = 1"} ,"b": 1e5}  }\n';
  expect(
    redacted(`{ "metadata": {"env": {"STAGE": "prod", "EMPTY": ""}, "x": 1}, ${rest}`, 'manifest'),
  ).toBe(`{ "metadata": {"env": {"STAGE":"***","EMPTY":""}, "x": 1}, ${rest}`);
});

it('masks variables and credentials in run results', () => {
  const content = {
    metadata: { env: {} },
    results: [
      {
        unique_id: 'a',
        message: 'at https://ann:pw@host/',
        adapter_response: { code: 'OK', token: 'abc', rows_affected: 3 },
      },
      { unique_id: 'b', message: 'OK', adapter_response: {} },
    ],
    args: {
      which: 'run',
      vars: { key: 'v', deep: [1] },
      invocation_command: "dbt run --vars '{a: 1}'",
      password: 'x',
    },
  };
  expect(JSON.parse(redacted(JSON.stringify(content), 'run_results'))).toEqual({
    metadata: { env: {} },
    results: [
      {
        unique_id: 'a',
        message: 'at https://ann:***@host/',
        adapter_response: { code: 'OK', token: '***', rows_affected: 3 },
      },
      { unique_id: 'b', message: 'OK', adapter_response: {} },
    ],
    args: {
      which: 'run',
      vars: { key: '***', deep: ['***'] },
      invocation_command: 'dbt run --vars ***',
      password: '***',
    },
  });
});

it('leaves a file with nothing to mask byte-identical, and is stable on its own output', () => {
  const clean = '{"metadata":{"env":{}},"results":[{"message":null}]}';
  expect(redacted(clean, 'sources')).toBe(clean);
  const once = redacted('{"args":{"vars":"{a: 1}","api_key":"k"}}', 'run_results');
  expect(once).toBe('{"args":{"vars":"***","api_key":"***"}}');
  expect(redacted(once, 'run_results')).toBe(once);
});

it('masks a log line by line and keeps JSON lines JSON', () => {
  const line = JSON.stringify({
    info: { msg: 'say "password=abc"' },
    data: { args: { vars: { a: 'b' } } },
  });
  const masked = redacted(`${line}\n08:00:00  token=abc\n\nplain`, 'log');
  expect(masked).toBe(
    '{"info":{"msg":"say \\"password=***\\""},"data":{"args":{"vars":{"a":"***"}}}}\n08:00:00  token=***\n\nplain',
  );
});

it('unzips', () => {
  const output = redactArtifact(gzipSync('{"metadata": {"env": {"A": "b"}}}'), 'catalog');
  expect(Buffer.concat(output).toString()).toBe('{"metadata": {"env": {"A":"***"}}}');
});

it('copies long stretches without a secret nowhere, and loses nothing around them', () => {
  const long = 'x'.repeat(3 << 20);
  const text = `{"metadata":{"env":{"A":"b"}},"nodes":{"a":"${long}"},"args":{"password":"p"}}`;
  const bytes = Buffer.from(text);
  const pieces = redactArtifact(bytes, 'manifest');
  expect(pieces.length).toBe(3);
  expect(pieces[1]?.buffer).toBe(bytes.buffer);
  expect(Buffer.concat(pieces).toString()).toBe(
    text.replace('"b"', '"***"').replace('"p"', '"***"'),
  );
});
