import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHistoryServer } from './history-server.ts';
import { runDbtWorkbench, startDbtWorkbench } from './run-dbt-workbench.ts';

const sample = fileURLToPath(new URL('../../sample_artifacts', import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dbt-workbench-history-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(...args: string[]) {
  return runDbtWorkbench(args, folder);
}

function build(artifacts: string, name: string, ...more: string[]) {
  return run('build', artifacts, '--out', `${name}/site`, '--cache', `${name}/cache`, ...more);
}

/** What `--json` says last. */
function lastLine(stdout: string): unknown {
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

/** The archive that a build keeps: name → bytes. */
function archive(name: string): Map<string, string> {
  const place = join(folder, name, 'cache-history');
  return new Map(
    readdirSync(place).map((file) => [file, readFileSync(join(place, file)).toString('base64')]),
  );
}

function site(name: string): Map<string, string> {
  const out = join(folder, name, 'site');
  return new Map(
    readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(out.length), readFileSync(file).toString('base64')]),
  );
}

/** The sample without the files of any run. */
function withoutRuns(): string {
  const bare = join(folder, 'bare');
  cpSync(sample, bare, {
    recursive: true,
    filter: (path) =>
      !/(?:run_results|sources)\.json|dbt\.log|[\\/]runs(?:[\\/]|$)/.test(
        path.slice(sample.length),
      ),
  });
  return bare;
}

describe('the history of runs', () => {
  beforeAll(() => {
    expect(build(sample, 'first')).toMatchObject({ code: 0, stderr: '' });
  });

  it('is read back from the published site, byte for byte, and gives the same runs', () => {
    const bare = withoutRuns();
    const copied = build(bare, 'second', '--history-from', 'first/site');
    expect(copied).toMatchObject({ code: 0, stderr: '' });
    expect(archive('second')).toEqual(archive('first'));
    const pages = (name: string) => [...site(name)].filter(([file]) => /^\/runs\//.test(file));
    expect(pages('second').length).toBeGreaterThan(100);
    expect(new Map(pages('second'))).toEqual(new Map(pages('first')));
  });

  it('comes over HTTP to those who may have it, and is asked for once', async () => {
    // Of the project as little as makes its runs its own: what is built is not what matters here.
    const small = join(folder, 'small');
    mkdirSync(small);
    const id = 'model.fjord_coffee.fct_orders';
    const nodes = { [id]: { unique_id: id, name: 'fct_orders', resource_type: 'model' } };
    writeFileSync(join(small, 'manifest.json'), JSON.stringify({ metadata: {}, nodes }));
    const server = await startHistoryServer(join(folder, 'first/site'), 'Bearer secret');
    const env = { DBT_WORKBENCH_HISTORY_HEADER: 'Authorization: Bearer secret' };
    const options = ['--out', 'web/site', '--cache', 'web/cache', '--history-from', server.url];
    try {
      const refused = await startDbtWorkbench(['build', small, ...options], folder);
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain('the server answers 401: it wants to know who asks');
      server.takeAnswers();

      const got = await startDbtWorkbench(['build', small, ...options], folder, env);
      expect(got).toMatchObject({ code: 0, stderr: '' });
      expect(archive('web')).toEqual(archive('first'));
      const answers = server.takeAnswers();
      expect(answers).toHaveLength(38);
      expect(answers[0]).toBe('200 runs/index.json');

      expect(await startDbtWorkbench(['build', small, ...options], folder, env)).toMatchObject({
        code: 0,
      });
      expect(server.takeAnswers()).toEqual(['304 runs/index.json']);

      // The site moved, and one run got lost on the way.
      rmSync(join(folder, 'web'), { recursive: true });
      const [lost = ''] = readdirSync(join(folder, 'first/site/runs')).filter((name) =>
        /^[0-9a-f]{8}-.*\.json$/.test(name),
      );
      rmSync(join(folder, 'first/site/runs', lost));
      const partly = await startDbtWorkbench(['build', small, ...options], folder, env);
      expect(partly.code).toBe(1);
      expect(partly.stderr).toContain('Of the 37 runs that');
      expect(archive('web').size).toBe(36);
    } finally {
      server.close();
    }
  });

  it('survives dbt, the index, and the cache', () => {
    const bare = withoutRuns();
    const before = site('second');
    for (const lost of ['cache/builds', 'cache']) {
      rmSync(join(folder, 'second', lost), { recursive: true });
      expect(build(bare, 'second', '--force').code).toBe(0);
      expect(site('second')).toEqual(before);
    }
  });

  it('never costs the build when the other site can’t be read, and says what is at stake', () => {
    const { code, stderr } = build(
      withoutRuns(),
      'third',
      '--history-from',
      'http://127.0.0.1:9/x',
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /The runs of http:\/\/127\.0\.0\.1:9\/x could not be read: .+\. The site is built without those that it alone knows\./,
    );
    expect(stderr).toContain('or those runs are lost');
    expect(site('third').has('/index.html')).toBe(true);
  });

  it('is not kept in the site', () => {
    const { code, stderr } = build(sample, 'fourth', '--history', 'fourth/site/history');
    expect(code).toBe(2);
    expect(stderr).toContain('holds the history of runs');
  });

  it('takes a site without runs for the first build', () => {
    const { code, stdout } = build(withoutRuns(), 'third', '--history-from', 'nowhere');
    expect(code).toBe(0);
    expect(stdout).toContain('this is taken for the first build');
  });
});

describe('import', () => {
  it('takes old artifacts of any nesting, tells of doubles and of what is half-written, and adds nothing twice', () => {
    const old = join(folder, 'old');
    cpSync(join(sample, 'runs'), join(old, 'a/b/runs'), { recursive: true });
    const results = readFileSync(join(sample, 'run_results.json'));
    writeFileSync(join(old, 'run_results_2026-11-22.json.gz'), gzipSync(results));
    writeFileSync(join(old, 'a/prod.run_results.json'), results);
    writeFileSync(join(old, 'a/b/run_results.json'), results.subarray(0, 5000));
    const { code, stdout, stderr } = run('import', 'old', '--history', 'kept', '--json');
    expect(lastLine(stdout)).toMatchObject({ added: 37, duplicates: 2, unusable: 1 });
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('a/b/run_results.json: The JSON breaks at line');

    rmSync(join(old, 'a/b/run_results.json'));
    const again = run('import', 'old', '--history', 'kept', '--json');
    expect(again.code).toBe(0);
    expect(lastLine(again.stdout)).toMatchObject({ added: 0, changed: 0, known: 37 });
  });

  it('reads of the manifest of each run, wherever it lies, what nodes were made of, and finds later what changed', () => {
    const days = join(folder, 'days');
    const manifest = readFileSync(join(sample, 'manifest.json'), 'utf8');
    const results = readFileSync(join(sample, 'run_results.json'), 'utf8');
    const id = /"invocation_id": ?"([^"]+)"/.exec(results)?.[1] ?? '';
    const changed = 'model.fjord_coffee.fct_orders';
    for (const [day, other] of ['11111111', '22222222'].entries()) {
      const place = join(days, `day-${day}`);
      mkdirSync(place, { recursive: true });
      const own = other + id.slice(8);
      const moved = results.replace(id, own).replaceAll('2026-11-22T', `2026-11-2${3 + day}T`);
      writeFileSync(join(place, 'run_results.json'), moved);
      const parsed = JSON.parse(manifest) as {
        metadata: { invocation_id: string };
        nodes: Record<string, { raw_code: string }>;
      };
      parsed.metadata.invocation_id = own;
      const node = parsed.nodes[changed];
      if (node === undefined) throw new Error(`The sample has no ${changed}.`);
      node.raw_code += `\n-- ${day}`;
      const shelf = day === 0 ? join(days, 'manifests') : place;
      mkdirSync(shelf, { recursive: true });
      writeFileSync(join(shelf, 'manifest.json.gz'), gzipSync(JSON.stringify(parsed)));
    }
    writeFileSync(join(days, 'day-1/manifest_cut.json'), manifest.slice(0, 9000));
    const { code, stdout } = run('import', 'days', '--history', 'prints', '--json');
    expect(code).toBe(1);
    expect(lastLine(stdout)).toMatchObject({ added: 2, unusable: 1, files: 5 });
    expect(stdout).toContain('day-1/manifest_cut.json: The JSON breaks at line');
    expect(build('days/day-1', 'printed', '--history', 'prints').code).toBe(0);
    const twin = readFileSync(join(folder, `printed/site/models/${changed}.json`), 'utf8');
    const { history } = JSON.parse(twin) as { history: { last_change: unknown } };
    expect(history.last_change).toMatchObject({ kind: 'changed', parts: ['code'] });
  });

  it('says which folder can’t be opened', () => {
    const { code, stderr } = run('import', 'no-such-folder');
    expect(code).toBe(2);
    expect(stderr).toContain('no-such-folder cannot be opened: ENOENT');
  });
});
