import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentHash } from '../content-hash.ts';
import { listFiles } from '../list-files.ts';
import { textOf } from './contents.ts';
import { publishRelease, tidyReleases } from './publish-release.ts';
import { resume, rollBack } from './roll-back.ts';
import { listReleases, shownRelease } from './releases.ts';
import { stateFolder, type StateFolder } from './state-folder.ts';

const DAY = 86_400_000;
let state: StateFolder;
beforeEach(() => {
  state = stateFolder(mkdtempSync(join(tmpdir(), 'releases-')));
});
afterEach(() => {
  rmSync(state.root, { recursive: true });
});

/** Has the working tree hold these files, as the engine would: replaced, never written in place. */
function work(files: Record<string, string>): string {
  rmSync(state.work, { recursive: true, force: true });
  const contents = new Map<string, string>();
  for (const [file, text] of Object.entries(files)) {
    const place = join(state.work, file);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
    contents.set(file, contentHash(text));
  }
  return textOf(contents);
}

function shown(): Record<string, string> {
  return Object.fromEntries(
    listFiles(state.current).map((file) => [file, readFileSync(join(state.current, file), 'utf8')]),
  );
}

const one = { 'index.html': 'one', 'models/index.html': 'same', '_assets/a.1.js': 'a1' };
const two = { 'index.html': 'two', 'models/index.html': 'same', '_assets/a.2.js': 'a2' };

async function publish(files: Record<string, string>, now = DAY, keep = 2) {
  const publication = await publishRelease(state, work(files));
  await tidyReleases(state, keep, now);
  return publication;
}

describe('publishRelease', () => {
  it('shows what was built, and shares unchanged files between releases', async () => {
    const first = await publish(one);
    expect(first).toMatchObject({ result: 'published', changed: 3 });
    expect(first.release).toMatch(/^1-[0-9a-f]{8}$/);
    expect(shown()).toEqual(one);

    const second = await publish(two);
    expect(second).toMatchObject({ result: 'published', changed: 3 });
    expect(second.release).toMatch(/^2-/);
    expect(shown()).toEqual(two);
    const same = ['1', '2'].map((number) => {
      const release = listReleases(state).find(({ id }) => id.startsWith(`${number}-`));
      return statSync(join(state.releases, release?.id ?? '', 'models/index.html')).ino;
    });
    expect(same[0]).toBe(same[1]);
  });

  it('publishes nothing where nothing changed', async () => {
    const { release } = await publish(one);
    expect(await publish(one)).toEqual({ result: 'unchanged', release, changed: 0 });
    expect(listReleases(state)).toHaveLength(1);
  });

  it('makes a file of a folder, and a folder of a file', async () => {
    await publish({ a: 'file', 'b/c': 'inside' });
    await publish({ 'a/x': 'inside', b: 'file' });
    expect(shown()).toEqual({ 'a/x': 'inside', b: 'file' });
  });

  it('keeps the newest releases, and turns older ones into the tree of the next', async () => {
    for (let round = 0; round < 6; round++) {
      const files = { 'index.html': `round ${String(round)}`, [`page-${String(round)}.html`]: 'x' };
      await publish(files);
      expect(shown()).toEqual(files);
    }
    expect(listReleases(state).map(({ number }) => number)).toEqual([5, 6]);
    expect(listFiles(state.next)).toEqual(['index.html', 'page-5.html']);
  });

  it('leaves old releases as they were, whatever is published after them', async () => {
    const { release } = await publish(one, DAY, 3);
    await publish(two, DAY, 3);
    await publish({ 'index.html': 'three' }, DAY, 3);
    expect(readFileSync(join(state.releases, release, 'index.html'), 'utf8')).toBe('one');
    expect(listFiles(join(state.releases, release))).toEqual(Object.keys(one).sort());
  });

  it('keeps the release that a rollback holds, and only notes newer ones', async () => {
    const { release } = await publish(one);
    await publish(two);
    expect(rollBack(state, null)).toBe(release);
    expect(shown()).toEqual(one);
    for (const text of ['three', 'four', 'five']) {
      expect(await publish({ 'index.html': text })).toMatchObject({ result: 'held' });
    }
    expect(shownRelease(state)).toBe(release);
    expect(shown()).toEqual(one);

    expect(resume(state)).toBe(listReleases(state).at(-1)?.id);
    expect(shown()).toEqual({ 'index.html': 'five' });
  });

  it('goes back to a release that is named, and says which there are when it is unknown', async () => {
    const { release } = await publish(one, DAY, 3);
    await publish(two, DAY, 3);
    const { release: newest } = await publish({ 'index.html': 'three' }, DAY, 3);
    expect(rollBack(state, release)).toBe(release);
    expect(() => rollBack(state, null)).toThrow(
      `${state.root} holds no release that is older than the one that is shown.`,
    );
    expect(() => rollBack(state, '9-00000000')).toThrow(
      `${state.root} holds no release 9-00000000. There are ${release}, `,
    );
    expect(rollBack(state, newest)).toBe(newest);
    expect(shown()).toEqual({ 'index.html': 'three' });
  });

  it('shows the newest where a rollback holds a release that is gone', async () => {
    writeFileSync(state.hold, '7-00000000');
    expect(await publish(one)).toMatchObject({ result: 'published' });
  });
});

describe('the pool', () => {
  const inPool = (): string[] => (existsSync(state.pool) ? listFiles(state.pool) : []);

  it('keeps hashed assets for seven days after they were last part of what is shown', async () => {
    await publish(one, 1 * DAY, 1);
    await publish(two, 30 * DAY, 1);
    expect(inPool()).toEqual(['_assets/a.1.js', '_assets/a.2.js']);
    await publish({ ...two, 'index.html': 'three' }, 36 * DAY, 1);
    expect(inPool()).toContain('_assets/a.1.js');
    await publish({ ...two, 'index.html': 'four' }, 38 * DAY, 1);
    expect(inPool()).toEqual(['_assets/a.2.js']);
  });

  it('keeps what a kept release needs, however far the clock jumps', async () => {
    await publish(one, 1 * DAY, 3);
    await publish(two, 9999 * DAY, 3);
    expect(inPool()).toEqual(['_assets/a.1.js', '_assets/a.2.js']);
    await publish({ ...two, 'index.html': 'three' }, 2 * DAY, 3);
    expect(inPool()).toEqual(['_assets/a.1.js', '_assets/a.2.js']);
    expect(JSON.parse(readFileSync(state.poolRecord, 'utf8'))).toEqual({
      '_assets/a.1.js': 2 * DAY,
      '_assets/a.2.js': 2 * DAY,
    });
  });

  it('holds a content once, whatever names it had', async () => {
    await publish({ 'search/text/1a/words.pf': 'same', 'search/text/1a/index.json': 'one' });
    await publish({ 'search/text/2b/words.pf': 'same', 'search/text/2b/index.json': 'two' });
    const of = (name: string): number => statSync(join(state.pool, 'search/text', name)).ino;
    expect(of('2b/words.pf')).toBe(of('1a/words.pf'));
    expect(of('2b/index.json')).not.toBe(of('1a/index.json'));
    expect(readFileSync(join(state.pool, 'search/text/2b/index.json'), 'utf8')).toBe('two');
  });
});
