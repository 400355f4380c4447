import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHistoryServer } from './history-server.ts';
import { startDbtWorkbench } from './run-dbt-workbench.ts';

/** One more than a file of the list holds. */
const RUNS = 1001;
const MODEL = 'model.shop.orders';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dbt-workbench-long-history-'));
  write('dbt-workbench.config.json', { search: 'names', shownRuns: RUNS });
  const nodes = { [MODEL]: { unique_id: MODEL, name: 'orders', resource_type: 'model' } };
  for (const place of ['bare', 'runs']) write(`${place}/manifest.json`, { metadata: {}, nodes });
  for (let at = 0; at < RUNS; at++) write(`runs/runs/${at}/run_results.json`, runOfHour(at));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, content: object): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), JSON.stringify(content));
}

function idOf(at: number): string {
  return `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
}

/** `dbt run` of one model, at an hour counted from the first of November. */
function runOfHour(at: number): object {
  const time = (seconds: number) =>
    new Date(Date.UTC(2026, 10, 1, at, 0, seconds)).toISOString().replace('.000Z', '.000000Z');
  return {
    metadata: {
      dbt_schema_version: 'https://schemas.getdbt.com/dbt/run-results/v6.json',
      generated_at: time(3),
      invocation_id: idOf(at),
      invocation_started_at: time(0),
    },
    args: { which: 'run' },
    elapsed_time: 3,
    results: [
      {
        unique_id: MODEL,
        status: 'success',
        thread_id: 'Thread-1',
        execution_time: 1,
        timing: [{ name: 'execute', started_at: time(1), completed_at: time(2) }],
        message: null,
        failures: null,
        adapter_response: {},
      },
    ],
  };
}

function build(artifacts: string, name: string, ...more: string[]) {
  const places = ['--out', `${name}/site`, '--cache', `${name}/cache`];
  return startDbtWorkbench(['build', artifacts, ...places, ...more], folder);
}

function archive(name: string): string[] {
  return readdirSync(join(folder, name, 'cache-history')).sort();
}

function listOf(file: string): { total: number; next: string | null; ids: string[] } {
  const text = readFileSync(join(folder, 'first/site/runs', file), 'utf8');
  const { total, next, items } = JSON.parse(text) as {
    total: number;
    next: string | null;
    items: { id: string }[];
  };
  return { total, next, ids: items.map(({ id }) => id) };
}

describe('more runs than one list holds', () => {
  beforeAll(async () => {
    expect(await build('runs', 'first')).toMatchObject({ code: 0, stderr: '' });
  });

  it('go on in a second list, newest first', () => {
    const first = listOf('index.json');
    expect([first.total, first.next]).toEqual([RUNS, 'index.2.json']);
    expect(first.ids).toHaveLength(1000);
    expect(first.ids[0]).toBe(idOf(RUNS - 1));
    expect(listOf('index.2.json')).toEqual({ total: RUNS, next: null, ids: [idOf(0)] });
  });

  it('come back over HTTP, all of them, and later cost two questions', async () => {
    const server = await startHistoryServer(join(folder, 'first/site'), null);
    try {
      const options = ['--history-from', server.url];
      expect(await build('bare', 'second', ...options)).toMatchObject({ code: 0, stderr: '' });
      expect(archive('second')).toEqual(archive('first'));
      const asked = server.takeAnswers();
      expect(asked).toHaveLength(RUNS + 2);
      expect(asked.filter((answer) => answer.includes('index'))).toEqual([
        '200 runs/index.json',
        '200 runs/index.2.json',
      ]);
      expect(await build('bare', 'second', ...options)).toMatchObject({ code: 0, stderr: '' });
      expect(server.takeAnswers()).toEqual(['304 runs/index.json', '304 runs/index.2.json']);
    } finally {
      server.close();
    }
  });
});
