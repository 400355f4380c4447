import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../../src/build/list-files.ts';
import {
  publishRelease,
  type PublishStage,
  tidyReleases,
} from '../../src/build/publish/publish-release.ts';
import { listReleases, shownRelease } from '../../src/build/publish/releases.ts';
import { stateFolder, type StateFolder } from '../../src/build/publish/state-folder.ts';
import { fillWork, madeSite } from './made-site.ts';

const STAGES: PublishStage[] = ['begun', 'laid out', 'pooled', 'listed', 'kept', 'shown'];

let state: StateFolder;
beforeAll(() => {
  state = stateFolder(mkdtempSync(join(tmpdir(), 'killed-')));
});
afterAll(() => {
  rmSync(state.root, { recursive: true });
});

function shown(): Map<string, string> {
  return new Map(
    listFiles(state.current).map((file) => [file, readFileSync(join(state.current, file), 'utf8')]),
  );
}

const asObject = (files: ReadonlyMap<string, string>) => Object.fromEntries(files);

describe('a publish that is killed', () => {
  it.each(STAGES.map((stage, at) => ({ stage, round: at * 10 })))(
    'when it has $stage leaves the old site or the new one, whole, and the next publish works',
    async ({ stage, round }) => {
      await publishRelease(state, fillWork(state, madeSite(round)));
      await tidyReleases(state, 2, 0);
      expect(asObject(shown())).toEqual(asObject(madeSite(round)));

      const args = ['tests/live/publish-and-die.ts', state.root, String(round + 1), stage];
      expect(spawnSync(process.execPath, args).signal).toBe('SIGKILL');
      const isNew = stage === 'shown';
      expect(asObject(shown())).toEqual(asObject(madeSite(isNew ? round + 1 : round)));

      await publishRelease(state, fillWork(state, madeSite(round + 1)));
      expect(asObject(shown())).toEqual(asObject(madeSite(round + 1)));
      await publishRelease(state, fillWork(state, madeSite(round + 2)));
      await tidyReleases(state, 2, 0);
      expect(asObject(shown())).toEqual(asObject(madeSite(round + 2)));
      // Nothing of it is left.
      const ids = listReleases(state).map(({ id }) => id);
      expect(ids).toHaveLength(2);
      expect(ids.at(-1)).toBe(shownRelease(state));
      expect(readdirSync(state.releases).toSorted()).toEqual(ids.toSorted());
      expect(readdirSync(state.contents).toSorted()).toEqual(
        [...ids.map((id) => `${id}.txt`), 'next.txt'].toSorted(),
      );
    },
  );
});
