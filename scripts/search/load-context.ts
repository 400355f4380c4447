import { readArtifacts } from '../../src/artifacts/read-artifacts.ts';
import { buildProject } from '../../src/project/build-project.ts';
import { buildRuns } from '../../src/runs/build-runs.ts';
import { memoryHistory } from '../../src/runs/memory-history.ts';
import { createViewContext, type ViewContext } from '../../src/view/context.ts';

/** A project with its runs, as a build sees it. */
export async function loadContext(artifacts: string): Promise<ViewContext> {
  const set = await readArtifacts(artifacts);
  const history = memoryHistory(buildRuns(set.invocations));
  return createViewContext(buildProject(set), history, { base: '/', packageMacros: false });
}
