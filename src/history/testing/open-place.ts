import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Project } from '../../project/project.ts';
import type { Run } from '../../runs/run.ts';
import type { FoundRun } from '../found-run.ts';
import { type HistoryOptions, indexPath, openHistory } from '../open-history.ts';

/** A project that every run may belong to. */
export const EMPTY_PROJECT: Project = {
  facts: {
    name: 'shop',
    adapterType: null,
    dbtVersion: null,
    generatedAt: null,
    invocationId: null,
    hasCatalog: false,
  },
  resources: new Map(),
  children: new Map(),
  dependentTests: new Map(),
  macroCallers: new Map(),
  packages: [],
  disabled: [],
  overviews: new Map(),
};

/** Where a history lies until the test is over. */
export function place() {
  const folder = mkdtempSync(join(tmpdir(), 'history-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const archive = join(folder, 'history');
  const cache = join(folder, 'cache');
  return { archive, cache, index: indexPath(cache, archive) };
}

/** A run as files tell it of which nothing else is known. */
function asFound(run: Run | FoundRun): FoundRun {
  if ('complete' in run) return run;
  return {
    id: run.id,
    run: () => run,
    complete: () => run,
    isToldByManifest: () => false,
    source: null,
  };
}

/** Opens a history there, with runs that were found. */
export async function open(
  { archive, cache }: { archive: string; cache: string },
  runs: readonly (Run | FoundRun)[],
  given: Partial<HistoryOptions> = {},
) {
  const options: HistoryOptions = {
    folder: archive,
    cache,
    shown: 1000,
    target: null,
    keepRuns: null,
    keepDays: null,
    isReadOnly: false,
    ...given,
  };
  return openHistory(runs.map(asFound), EMPTY_PROJECT, options, {
    lock: () => Promise.resolve(() => undefined),
    async *fetched() {
      // From nowhere.
    },
  });
}
