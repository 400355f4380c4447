import { runFile, runsFiles } from '../../emit/json/run-files.ts';
import { runNodesFile } from '../../emit/json/run-nodes-file.ts';
import { timelineFile } from '../../emit/json/timeline-file.ts';
import type { RunSummary } from '../../runs/run.ts';
import { buildRunGridPages } from '../../view/build-run-grid-pages.ts';
import { buildRunPages } from '../../view/build-run-pages.ts';
import { buildRunsPages, RUN_NODES_PATH } from '../../view/build-runs-pages.ts';
import type { ViewContext } from '../../view/context.ts';
import { paginate } from '../../view/paginate.ts';
import { createRunFingerprints, type RunKeys } from '../../view/run-fingerprint.ts';
import type { GridPeriod } from '../../view/runs/grid-periods.ts';
import { logText } from '../../view/runs/log.ts';
import { ALONE, type RunPlace, runPlaces } from '../../view/runs/run-places.ts';
import { timelineOf } from '../../view/runs/timeline-of.ts';
import { contentHash } from '../content-hash.ts';
import { pageFile, type KeyedOutput, type SiteOutput } from '../output.ts';
import { group, json, page, text } from './make-output.ts';
import type { PlanScope } from './plan-scope.ts';

/** The list of runs, and each run with its timeline and its log. */
export function* runOutputs({ context, prints }: PlanScope): Generator<SiteOutput> {
  const { runs } = context.history;
  const places = runPlaces(runs);
  const keysOf = createRunFingerprints(context, places, prints.ofName);
  const keyed = runs.map((run) => ({ run, keys: keysOf(run) }));
  yield group(
    'list',
    keyed.map(({ keys }) => keys.own),
    () => listOutputs(context),
  );
  yield* gridOutputs(context, new Map(keyed.map(({ run, keys }) => [run.id, keys.own])));
  for (const { run, keys } of keyed) {
    yield* outputsOf(run, places.get(run.id) ?? ALONE, keys, context);
  }
}

/** The list of runs, which tells of all of them. */
function* listOutputs(context: ViewContext): Generator<SiteOutput> {
  for (const { path, view } of buildRunsPages(context)) yield page(path, view);
  for (const { file, data } of runsFiles(context)) yield json(file, data);
  yield json(RUN_NODES_PATH.slice(1), runNodesFile(context));
}

/** Grids of older runs. What they show of a run is part of its key. */
function* gridOutputs(
  context: ViewContext,
  keys: ReadonlyMap<string, string>,
): Generator<KeyedOutput> {
  const keyOf = (period: GridPeriod | null): string => period?.name ?? '';
  for (const { path, period, older, newer, view } of buildRunGridPages(context)) {
    const runs = period.runs.map(({ id }) => keys.get(id) ?? '');
    yield {
      kind: 'keyed',
      file: pageFile(path),
      key: contentHash(JSON.stringify([period.to, keyOf(older), keyOf(newer), ...runs])),
      make: () => page(path, view()),
    };
  }
}

/** The pages of a run and the files beside them. Nothing of the run is read as long as all of them stand. */
function* outputsOf(
  summary: RunSummary,
  place: RunPlace,
  keys: RunKeys,
  context: ViewContext,
): Generator<KeyedOutput> {
  const { links, history } = context;
  const runPath = links.runPath(summary.id);
  const folder = runPath.slice(1);
  const run = once(() => {
    const found = history.run(summary.id);
    if (found === null) throw new TypeError(`The run ${summary.id} left the history.`);
    return found;
  });
  const timeline = once(() => timelineOf(run(), context));
  const pages = once(() => buildRunPages(run(), place, context, timeline()));
  const places = paginate(Array.from({ length: summary.tally.results }), runPath, links.href);
  for (const { path } of places) {
    yield {
      kind: 'keyed',
      file: pageFile(path),
      key: path === runPath ? keys.page : keys.own,
      make: () => {
        const made = pages().find((candidate) => candidate.path === path);
        if (made === undefined) throw new TypeError(`The run ${summary.id} has no page ${path}.`);
        return page(path, made.view);
      },
    };
  }
  const keyed = (file: string, make: KeyedOutput['make']): KeyedOutput => ({
    kind: 'keyed',
    file,
    key: keys.own,
    make,
  });
  const twin = `${folder.slice(0, -1)}.json`;
  yield keyed(twin, () => json(twin, runFile(run(), context, timeline())));
  if (summary.tally.results > 0) {
    const bars = `${folder}timeline.json`;
    yield keyed(bars, () => json(bars, timelineFile(run(), context, timeline())));
  }
  if (summary.tally.logged > 0) {
    const log = `${folder}log.txt`;
    yield keyed(log, () => text(log, logText(run().log)));
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
