import { runFile, runsFiles } from '../../emit/json/run-files.ts';
import { buildRunPages } from '../../view/build-run-pages.ts';
import { buildRunsPages } from '../../view/build-runs-pages.ts';
import type { SiteOutput } from '../output.ts';
import { json, page } from './make-output.ts';
import type { PlanScope } from './plan-scope.ts';

/** The list of runs, and each run. */
export function* runOutputs({ context }: PlanScope): Generator<SiteOutput> {
  const { links, history } = context;
  for (const { path, view } of buildRunsPages(context)) yield page(path, view);
  for (const { file, data } of runsFiles(context)) yield json(file, data);
  for (const [index, run] of history.runs.entries()) {
    for (const { path, view } of buildRunPages(run, index, context)) yield page(path, view);
    yield json(`${links.runPath(run.id).slice(1, -1)}.json`, runFile(run, context));
  }
}
