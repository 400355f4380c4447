import { appendFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { readLog } from './read-log.ts';

const first = '11111111-2222-4333-8444-555555555555';
const second = '66666666-7777-4888-9999-000000000000';

async function logsOf(
  content: string | Uint8Array,
  limits?: { perInvocation: number; perFile: number },
) {
  const root = await temporaryFolder({ 'dbt.log': content });
  return readLog(join(root, 'dbt.log'), 'dbt.log', limits);
}

function jsonLine(invocation_id: string, level: string, msg: string, node?: string): string {
  const data = node === undefined ? {} : { node_info: { unique_id: node } };
  return `${JSON.stringify({ info: { invocation_id, level, msg, code: 'Q011', ts: '2026-01-01T00:00:00Z' }, data })}\n`;
}

it('parts a JSON log by invocation', async () => {
  const { logs } = await logsOf(
    jsonLine(first, 'info', 'a', 'model.a.b') +
      jsonLine(second, 'error', '\u001b[31mb\u001b[0m') +
      jsonLine(first, 'warn', 'c'),
  );
  expect(
    logs.map(({ invocationId, format, entries }) => [
      invocationId,
      format,
      entries.map(({ message }) => message),
    ]),
  ).toEqual([
    [first, 'json', ['a', 'c']],
    [second, 'json', ['b']],
  ]);
  expect(logs[0]?.entries[0]).toEqual({
    at: '2026-01-01T00:00:00Z',
    level: 'info',
    code: 'Q011',
    nodeId: 'model.a.b',
    message: 'a',
  });
});

it('reads the JSON of dbt 1.0 and 0.21', async () => {
  const { logs } = await logsOf(
    `${JSON.stringify({ code: 'A1', invocation_id: first, level: 'warn', msg: 'x', ts: 't', node_info: { unique_id: 'model.a.b' } })}\n` +
      JSON.stringify({ timestamp: 't0', level: 'DEBUG', message: 'y' }),
  );
  expect(logs.map(({ entries }) => entries[0])).toEqual([
    { at: 't', level: 'warn', code: 'A1', nodeId: 'model.a.b', message: 'x' },
    { at: 't0', level: 'debug', code: null, nodeId: null, message: 'y' },
  ]);
});

it('reads the text of dbt, with headers, colours and continued messages', async () => {
  const { logs } = await logsOf(
    [
      `============================== 08:12:30.000000 | ${first} ==============================`,
      '\u001b[0m08:12:32.386271 [info ] [MainThread]: Running with dbt=1.9.0\r',
      '[0m08:12:33.1 [error] [Thread-1 (]: Database Error',
      '  no such table',
      '============================== 2026-01-02 08:12:30.000000 | ' +
        second +
        ' ==============================',
      '08:12:34  1 of 2 ERROR creating model',
      '2021-05-01 12:00:00.123456 (MainThread): old',
    ].join('\n'),
  );
  expect(
    logs.map(({ invocationId, entries }) => [
      invocationId,
      entries.map(({ at, level, message }) => [at, level, message]),
    ]),
  ).toEqual([
    [
      first,
      [
        ['08:12:32.386271', 'info', 'Running with dbt=1.9.0'],
        ['08:12:33.1', 'error', 'Database Error\n  no such table'],
      ],
    ],
    [
      second,
      [
        ['08:12:34', 'error', '1 of 2 ERROR creating model'],
        ['2021-05-01 12:00:00.123456', 'debug', 'old'],
      ],
    ],
  ]);
});

it('masks credentials', async () => {
  const { logs } = await logsOf(jsonLine(first, 'info', 'connect to postgres://ann:pw@db'));
  expect(logs[0]?.entries[0]?.message).toBe('connect to postgres://ann:***@db');
});

it('keeps warnings and errors when there are too many entries', async () => {
  const lines = Array.from({ length: 20 }, (_, index) =>
    jsonLine(first, index % 10 === 9 ? 'error' : 'info', `m${index}`),
  );
  const { logs, kept, leftOut } = await logsOf(lines.join(''), { perInvocation: 3, perFile: 100 });
  expect(logs[0]?.entries.map(({ message }) => message)).toEqual(['m0', 'm1', 'm2', 'm9', 'm19']);
  expect([logs[0]?.truncated, kept, leftOut]).toEqual([true, 5, 15]);
});

it('reads gzip and UTF-16, and cuts a line without end', async () => {
  const text = '08:12:34  Grüße 😀\n';
  for (const bytes of [gzipSync(text), Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
    const { logs } = await logsOf(bytes);
    expect(logs[0]?.entries[0]?.message).toBe('Grüße 😀');
  }
  const { logs } = await logsOf(`08:12:34  ${'x'.repeat(1_000_000)}`);
  expect(logs[0]?.entries[0]?.message).toHaveLength(16_385);
});

it('finds nothing in an empty log', async () => {
  expect((await logsOf('')).logs).toEqual([]);
});

it('reads a log with a hole of two gigabytes in it, and what stands behind that', async () => {
  const root = await temporaryFolder({ 'dbt.log': '08:12:34  before\n' });
  const path = join(root, 'dbt.log');
  await truncate(path, 2 ** 31);
  await appendFile(path, '\n08:12:35  after\n');
  const before = process.memoryUsage().rss;
  const { logs } = await readLog(path, 'dbt.log');
  const messages = logs[0]?.entries.map(({ message }) => message.slice(0, 10));
  expect([messages?.[0]?.startsWith('before'), messages?.at(-1)]).toEqual([true, 'after']);
  // Read as a stream: far from all of it was in memory.
  expect(process.memoryUsage().rss - before).toBeLessThan(2 ** 29);
}, 120_000);
