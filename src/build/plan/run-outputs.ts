import { runFile, runsFiles } from '../../emit/json/run-files.ts';
import type { RunSummary } from '../../runs/run.ts';
import { buildRunPages } from '../../view/build-run-pages.ts';
import { buildRunsPages } from '../../view/build-runs-pages.ts';
import type { ViewContext } from '../../view/context.ts';
import { paginate } from '../../view/paginate.ts';
import { createRunFingerprints } from '../../view/run-fingerprint.ts';
import { pageFile, type KeyedOutput, type SiteOutput } from '../output.ts';
import { json, page } from './make-output.ts';
import type { PlanScope } from './plan-scope.ts';

/** The list of runs, and each run. */
export function* runOutputs({ context }: PlanScope): Generator<SiteOutput> {
  for (const { path, view } of buildRunsPages(context)) yield page(path, view);
  for (const { file, data } of runsFiles(context)) yield json(file, data);
  const keyOf = createRunFingerprints(context);
  for (const [index, run] of context.history.runs.entries()) {
    yield* outputsOf(run, index, keyOf(index), context);
  }
}

/** The pages of a run and their twin. Nothing of the run is read as long as all of them stand. */
function* outputsOf(
  summary: RunSummary,
  index: number,
  key: string,
  context: ViewContext,
): Generator<KeyedOutput> {
  const { links, history } = context;
  const runPath = links.runPath(summary.id);
  const run = once(() => {
    const found = history.run(summary.id);
    if (found === null) throw new TypeError(`The run ${summary.id} left the history.`);
    return found;
  });
  const pages = once(() => buildRunPages(run(), index, context));
  const places = paginate(Array.from({ length: summary.tally.results }), runPath, links.href);
  for (const { path } of places) {
    yield {
      kind: 'keyed',
      file: pageFile(path),
      key,
      make: () => {
        const made = pages().find((candidate) => candidate.path === path);
        if (made === undefined) throw new TypeError(`The run ${summary.id} has no page ${path}.`);
        return page(path, made.view);
      },
    };
  }
  const file = `${runPath.slice(1, -1)}.json`;
  yield { kind: 'keyed', file, key, make: () => json(file, runFile(run(), context)) };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
