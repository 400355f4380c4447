import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { historyDiagnostics } from '../history-diagnostics.ts';
import { fetchRuns } from './fetch-runs.ts';
import { siteFiles } from './site-files.ts';

/** A published run as the JSON of a site tells it, in the fewest words. */
function published(id: string, given: object = {}): object {
  return {
    api_version: '1',
    id,
    invocation_id: id,
    command: 'dbt run',
    which: 'run',
    started_at: '2026-11-01T05:00:00.000Z',
    generated_at: null,
    elapsed_time: 2,
    dbt_version: '1.11.0',
    target: null,
    result_count: 0,
    threads: null,
    args: {},
    errors: [],
    results: [],
    freshness: [],
    ...given,
  };
}

function list(ids: readonly string[], next: string | null = null): object {
  const items = ids.map((id) => ({ id, json: `/docs/runs/${id}.json`, key: `key-${id}` }));
  return { api_version: '1', next, items };
}

/** A server that has these files below `/docs/runs/`; everything that was asked of it is noted. */
function server(files: Record<string, object | string | number>) {
  const asked: string[] = [];
  const headers: Headers[] = [];
  const answer: typeof fetch = (input, init) => {
    const url = new URL(String(input instanceof Request ? input.url : input));
    const given = new Headers(init?.headers);
    const name = url.pathname.replace('/docs/runs/', '');
    const file = files[name];
    headers.push(given);
    asked.push(name);
    if (file === undefined) return Promise.resolve(new Response('', { status: 404 }));
    if (typeof file === 'number') {
      const location = { location: 'https://login.example.com/' };
      return Promise.resolve(new Response(null, { status: file, headers: location }));
    }
    const body = typeof file === 'string' ? file : JSON.stringify(file);
    const etag = `"${body.length}"`;
    return Promise.resolve(
      given.get('if-none-match') === etag
        ? new Response(null, { status: 304 })
        : new Response(body, { headers: { etag } }),
    );
  };
  return { answer, asked, headers };
}

function cacheFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fetch-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return join(folder, 'memory.json');
}

async function fetchFrom(
  answer: typeof fetch,
  known: Record<string, string> = {},
  memory = cacheFile(),
  headers: Record<string, string> = {},
) {
  const { list: diagnostics, report } = historyDiagnostics();
  const from = 'https://docs.example.com/docs';
  const files = siteFiles(from, { headers, fetch: answer, pauseMs: 0 });
  const runs = [];
  for await (const run of fetchRuns(files, from, new Map(Object.entries(known)), memory, report)) {
    runs.push(run);
  }
  return { ids: runs.map(({ id }) => id), runs, messages: diagnostics.map(({ message }) => message) };
}

describe('runs of a published site', () => {
  it('come from all pages of the list, but for those that are known', async () => {
    const { answer, asked } = server({
      'index.json': list(['a', 'b'], 'index.2.json'),
      'index.2.json': list(['c']),
      'a.json': published('a'),
      'c.json': published('c'),
    });
    const { ids, messages } = await fetchFrom(answer, { b: 'key-b' });
    expect([ids, messages]).toEqual([['a', 'c'], []]);
    expect(asked).toEqual(['index.json', 'a.json', 'index.2.json', 'c.json']);
  });

  it('are asked for again when the site knows more of them', async () => {
    const { answer } = server({ 'index.json': list(['a']), 'a.json': published('a') });
    expect((await fetchFrom(answer, { a: 'another key' })).ids).toEqual(['a']);
  });

  it('cost one answer without content when nothing changed', async () => {
    const memory = cacheFile();
    const { answer, asked, headers } = server({
      'index.json': list(['a']),
      'a.json': published('a'),
    });
    await fetchFrom(answer, {}, memory);
    const again = await fetchFrom(answer, { a: 'key-a' }, memory);
    expect([again.ids, again.messages]).toEqual([[], []]);
    expect(asked).toEqual(['index.json', 'a.json', 'index.json']);
    expect(headers.at(-1)?.get('if-none-match')).not.toBeNull();
    // Of another archive the server’s word says nothing.
    expect((await fetchFrom(answer, {}, memory)).ids).toEqual(['a']);
  });

  it('are none at the first build', async () => {
    const { messages } = await fetchFrom(server({}).answer);
    expect(messages).toEqual([
      'There is no runs/index.json below https://docs.example.com/docs: this is taken for the first build.',
    ]);
  });

  it.each<[what: string, file: object | string | number, reason: string]>([
    ['a page', '<!doctype html>', 'the server sends a page of HTML in its place'],
    ['half a list', '{"api_version":"1","ite', 'its JSON is cut off or damaged'],
    ['another version', { ...list([]), api_version: '0' }, 'it has the api_version 0, and 1 is read'],
    ['something else', { hello: 1 }, 'it has no api_version, so no site wrote it'],
    ['an error', 503, 'the server answers 503'],
    ['a closed door', 401, 'the server answers 401: it wants to know who asks'],
  ])('say why they can’t be had where the server sends %s', async (_, file, reason) => {
    const { ids, messages } = await fetchFrom(server({ 'index.json': file }).answer);
    expect(ids).toEqual([]);
    expect(messages).toEqual([
      `The runs of https://docs.example.com/docs could not be read: ${reason}. The site is built without those that it alone knows.`,
    ]);
  });

  it('come without those that are cut off, which are asked for again the next time', async () => {
    const memory = cacheFile();
    const files: Record<string, object | string> = {
      'index.json': list(['a', 'b', 'c']),
      'a.json': JSON.stringify(published('a')).slice(0, 50),
      'b.json': published('b'),
    };
    const { answer } = server(files);
    const { ids, messages } = await fetchFrom(answer, {}, memory);
    expect(ids).toEqual(['b']);
    expect(messages).toEqual([
      'Of the 3 runs that https://docs.example.com/docs has and the history lacks, 2 could not be read. The first: a: its JSON is cut off or damaged.',
    ]);
    files['a.json'] = published('a');
    files['c.json'] = published('c');
    expect((await fetchFrom(answer, { b: 'key-b' }, memory)).ids).toEqual(['a', 'c']);
  });

  it('are asked for again when the network fails once', async () => {
    const { answer } = server({ 'index.json': list(['a']), 'a.json': published('a') });
    let failures = 1;
    const flaky: typeof fetch = (...given) =>
      failures-- > 0 ? Promise.reject(new TypeError('fetch failed')) : answer(...given);
    expect((await fetchFrom(flaky)).ids).toEqual(['a']);
  });

  it('are asked for with credentials, which no other host gets', async () => {
    const { answer, headers } = server({ 'index.json': 302 });
    const secret = { authorization: 'Bearer hush' };
    const { messages } = await fetchFrom(answer, {}, cacheFile(), secret);
    expect(headers.map((given) => given.get('authorization'))).toEqual(['Bearer hush']);
    expect(messages.join()).toContain(
      'the server sends on to https://login.example.com/, where credentials are not sent',
    );
    expect(messages.join()).not.toContain('hush');
  });

  it('of an older release lack what it didn’t tell', async () => {
    const { answer } = server({ 'index.json': list(['a']), 'a.json': published('a') });
    const { runs } = await fetchFrom(answer);
    expect(runs[0]).toMatchObject({ id: 'a', folder: '.', log: null, trigger: null, hasRun: true });
  });
});
