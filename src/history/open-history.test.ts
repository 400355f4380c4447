import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { History } from '../runs/history.ts';
import { memoryHistory } from '../runs/memory-history.ts';
import type { Run } from '../runs/run.ts';
import { finishRun } from '../runs/finish-run.ts';
import { SHORT_RUN } from '../runs/run-outline.ts';
import { aFreshness, aRun as aPlainRun } from '../runs/test-run.ts';
import { Archive } from './archive.ts';
import { EMPTY_PROJECT, open, place } from './testing/open-place.ts';

const aRun: typeof aPlainRun = (...given) => finishRun(aPlainRun(...given));

function day(number: number): string {
  return new Date(Date.UTC(2026, 0, 1) + number * 86_400_000).toISOString();
}

/** Runs of many days, newest first: most succeed, each node fails now and then, targets alternate. */
const RUNS: readonly Run[] = Array.from({ length: 130 }, (_, index) => {
  const number = 129 - index;
  const status = (every: number): string => (number % every === 0 ? 'error' : 'success');
  return aRun(
    `run-${number}`,
    day(number),
    number % 2 === 0
      ? { 'model.shop.a': status(7), 'model.shop.b': status(11) }
      : { 'model.shop.a': status(5) },
    {
      target: number % 3 === 0 ? 'dev' : number % 3 === 1 ? 'prod' : null,
      freshness: number % 10 === 0 ? [aFreshness('source.shop.raw', { age: number })] : [],
    },
  );
});

/** All that a history tells, but for its keys. */
function told(history: History) {
  const ids = ['model.shop.a', 'model.shop.b', 'source.shop.raw', 'model.shop.none'];
  const named = <T>(past: readonly { run: { id: string }; result: T }[]): unknown[] =>
    past.map(({ run, result }) => [run.id, result]);
  return {
    runs: history.runs.map(({ id, kind, tally, target, command }) => [
      id,
      kind,
      tally,
      target,
      command,
    ]),
    target: history.target,
    whole: history.runs.map(({ id }) => history.run(id)),
    ids: history.runs.map(({ id }) => [...history.idsOf(id)].sort()),
    statuses: history.runs.map((run) => ids.map((id) => history.outline(run.id).statusOf(id))),
    past: ids.map((id) => [
      named(history.resultsOf(id)),
      history.latest(id)?.run.id,
      named(history.freshnessOf(id)),
      history.latestFreshness(id)?.result.age,
    ]),
  };
}

function codes({ diagnostics }: { diagnostics: readonly { code: string }[] }): string[] {
  return diagnostics.map(({ code }) => code);
}

describe('a history out of the archive', () => {
  it('tells what one in memory tells', async () => {
    const { history, added } = await open(place(), RUNS);
    expect(added).toBe(130);
    expect(told(history)).toEqual(told(memoryHistory(RUNS)));
  });

  it('gives runs the keys that they have where nothing is kept, or only looked at', async () => {
    const some = RUNS.slice(0, 3);
    const { history } = await open(place(), some);
    const unkept = await open(place(), some, { folder: null });
    const lookedAt = await open(place(), some, { isReadOnly: true });
    const keys = some.map(({ id }) => history.runKey(id));
    expect(new Set(keys).size).toBe(3);
    for (const other of [unkept, lookedAt]) {
      expect(some.map(({ id }) => other.history.runKey(id))).toEqual(keys);
    }
  });

  it('knows in which order the results of a long run came', async () => {
    const ids = Array.from({ length: SHORT_RUN + 1 }, (_, at) => `model.shop.m${(at * 7) % 501}`);
    const long = aRun('long', day(1), Object.fromEntries(ids.map((id) => [id, 'success'])));
    const short = aRun('short', day(0), { 'model.shop.m1': 'success' });
    const { history } = await open(place(), [long, short]);
    const { placeOf } = history.outline('long');
    expect(ids.map(placeOf)).toEqual(ids.map((_, at) => at));
    expect(placeOf('model.shop.none')).toBeNull();
    expect(history.outline('short').placeOf('model.shop.m1')).toBeNull();
  });

  it('tells the same, with the same keys, in whatever order the runs came', async () => {
    const [at, other] = [place(), place()];
    const { history } = await open(at, RUNS);
    for (const part of [RUNS.slice(60, 90), RUNS.slice(0, 60), RUNS.slice(90), RUNS.slice(5, 9)]) {
      await open(other, part);
    }
    const grown = (await open(other, [])).history;
    expect(told(grown)).toEqual(told(history));
    for (const id of ['model.shop.a', 'model.shop.b', 'source.shop.raw']) {
      expect(grown.resourceKey(id)).toBe(history.resourceKey(id));
    }
  });

  it('adds nothing twice', async () => {
    const at = place();
    await open(at, RUNS);
    const files = readdirSync(at.archive);
    const again = await open(at, RUNS);
    expect([again.added, readdirSync(at.archive)]).toEqual([0, files]);
  });

  it('changes the keys of what a run touched, and no others', async () => {
    const at = place();
    const before = (await open(at, RUNS)).history;
    const after = (await open(at, [aRun('new', day(200), { 'model.shop.b': 'error' })])).history;
    expect(after.latest('model.shop.b')?.run.id).toBe('new');
    expect(after.resourceKey('model.shop.a')).toBe(before.resourceKey('model.shop.a'));
    expect(after.resourceKey('model.shop.b')).not.toBe(before.resourceKey('model.shop.b'));
    expect(after.runKey('run-3')).toBe(before.runKey('run-3'));
  });

  it('lets go of the oldest, and is then as if they had never been', async () => {
    const at = place();
    await open(at, RUNS);
    const { history, removed } = await open(at, [], { keepRuns: 60 });
    expect([removed, readdirSync(at.archive).length]).toEqual([70, 60]);
    expect(told(history)).toEqual(told(memoryHistory(RUNS.slice(0, 60))));
  });

  it('shows no more runs than it is asked to, and links to no others', async () => {
    const { history } = await open(place(), RUNS, { shown: 10 });
    expect(told(history)).toEqual(told(memoryHistory(RUNS.slice(0, 10))));
  });

  it('changes nothing when it only looks, and still shows what was found', async () => {
    const at = place();
    await open(at, RUNS.slice(1));
    const { history } = await open(at, RUNS.slice(0, 3), { isReadOnly: true });
    expect(told(history)).toEqual(told(memoryHistory(RUNS)));
    expect(readdirSync(at.archive)).toHaveLength(129);
  });

  it('sets a damaged entry aside, says so, and does without it', async () => {
    const at = place();
    await open(at, RUNS.slice(0, 5));
    writeFileSync(join(at.archive, 'run-127.json.gz'), 'no gzip');
    const opened = await open(at, []);
    expect(opened.history.runs.map(({ id }) => id)).not.toContain('run-127');
    expect(opened.diagnostics.map(({ message }) => message)).toEqual([
      'The run cannot be read: its gzip stream is damaged. The site is built without it; the file is kept as damaged/run-127.json.gz in the history folder.',
    ]);
    expect(readFileSync(join(at.archive, 'damaged/run-127.json.gz'), 'utf8')).toBe('no gzip');
    expect(codes(await open(at, []))).toEqual([]);
  });

  it('leaves all as it is for those who only look, and tells of what is damaged', async () => {
    const at = place();
    await open(at, RUNS.slice(0, 5));
    writeFileSync(join(at.archive, 'run-127.json.gz'), 'no gzip');
    rmSync(at.cache, { recursive: true });
    const before = readdirSync(at.archive);
    const opened = await open(at, RUNS, { isReadOnly: true });
    expect(opened.diagnostics.map(({ message }) => message)).toEqual([
      'The run cannot be read: its gzip stream is damaged. The site is built without it; the file is kept as run-127.json.gz in the history folder.',
    ]);
    expect([readdirSync(at.archive), existsSync(at.cache)]).toEqual([before, false]);
  });

  it('gives a page to a run whose entry is damaged while the site is built', async () => {
    const at = place();
    const { history } = await open(at, RUNS.slice(0, 2));
    writeFileSync(join(at.archive, 'run-129.json.gz'), 'no gzip');
    expect(history.run('run-129')).toMatchObject({ id: 'run-129', results: [] });
  });

  it.each(['no database', `SQLite format 3\0${'x'.repeat(5000)}`])(
    'makes a damaged index again (%j)',
    async (bytes) => {
      const at = place();
      const before = told((await open(at, RUNS)).history);
      for (const ending of ['-wal', '-shm']) rmSync(`${at.index}${ending}`, { force: true });
      writeFileSync(at.index, bytes);
      const opened = await open(at, []);
      expect(told(opened.history)).toEqual(before);
      expect(codes(opened)).toEqual(['HistoryIndexRebuilt']);
    },
  );

  it('leaves out runs of another project, and says so', async () => {
    const at = place();
    new Archive(at.archive).write(aRun('other', day(1), { 'model.elsewhere.x': 'success' }));
    const opened = await open(at, RUNS.slice(0, 2));
    expect(opened.history.runs.map(({ id }) => id)).toEqual(['run-129', 'run-128']);
    expect(opened.diagnostics.map(({ message }) => message)).toEqual([
      '1 run has no result of anything in the project shop, and is left out.',
    ]);
  });

  it('shows results of another project among the artifacts, and keeps them out of the archive', async () => {
    const at = place();
    const { history } = await open(at, [aRun('other', day(1), { 'model.elsewhere.x': 'success' })]);
    expect(history.runs.map(({ id }) => id)).toEqual(['other']);
    expect(existsSync(join(at.archive, 'other.json.gz'))).toBe(false);
  });

  it('keeps the fuller of two contents of one invocation, and says so', async () => {
    const at = place();
    await open(at, [aRun('r', day(1), { 'model.shop.a': 'success', 'model.shop.b': 'error' })]);
    const opened = await open(at, [aRun('r', day(1), { 'model.shop.a': 'success' })]);
    expect(opened.history.run('r')?.results).toHaveLength(2);
    expect(codes(opened)).toEqual(['InvocationDiffers']);
  });

  it('is built without being kept where it can’t be written', async () => {
    const at = place();
    writeFileSync(at.archive, 'a file where the folder should be');
    const opened = await open(at, RUNS.slice(0, 2));
    expect(opened.history.runs).toHaveLength(2);
    expect(codes(opened)).toEqual(['HistoryNotWritable']);
  });

  it('names entries so that no id leaves the folder', async () => {
    const at = place();
    const ids = ['../../escape', 'ABC', 'abc', 'a/b', '.hidden', 'con.json'];
    await open(
      at,
      ids.map((id, number) => aRun(id, day(number), { 'model.shop.a': 'success' })),
    );
    const { history } = await open(at, []);
    expect(history.runs.map(({ id }) => id).sort()).toEqual(ids.toSorted());
    expect(readdirSync(at.archive).every((name) => /^[a-z0-9-]+\.json\.gz$/.test(name))).toBe(true);
  });
});

it('loses nothing when two processes add to one archive, with one index, at the same time', async () => {
  const at = place();
  const module = (path: string): string => new URL(path, import.meta.url).href;
  const script = (runs: readonly Run[]): string => `
    import { setTimeout as sleep } from 'node:timers/promises';
    import { lockFolder, processBegan } from '${module('../build/lock.ts')}';
    import { openHistory } from '${module('./open-history.ts')}';
    const effects = { sleep, processBegan, waiting: () => undefined };
    for (const run of ${JSON.stringify(runs)}) {
      const found = { id: run.id, run: () => run, complete: () => run, isToldByManifest: () => false, source: null };
      await openHistory([found], { ...${JSON.stringify(EMPTY_PROJECT)}, resources: new Map() },
        { folder: ${JSON.stringify(at.archive)}, cache: ${JSON.stringify(at.cache)}, shown: 1000,
          target: null, keepRuns: null, keepDays: null, isReadOnly: false },
        { lock: (folder) => lockFolder(folder, '.lock', 30_000, effects), async *fetched() {} });
    }`;
  const both = await Promise.all(
    [RUNS.slice(0, 12), RUNS.slice(8, 20)].map(async (runs) => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script(runs)], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let stderr = '';
      child.stderr.on('data', (chunk) => (stderr += String(chunk)));
      await once(child, 'close');
      return [child.exitCode, stderr];
    }),
  );
  expect(both).toEqual([
    [0, ''],
    [0, ''],
  ]);
  const { history } = await open(at, []);
  expect(told(history)).toEqual(told(memoryHistory(RUNS.slice(0, 20))));
}, 120_000);

it('loads SQLite without a word on the console', () => {
  const module = new URL('./index/open-index.ts', import.meta.url).href;
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `(await import('${module}')).openIndex(null).index.close()`],
    { encoding: 'utf8' },
  );
  expect([stderr, status]).toEqual(['', 0]);
});
