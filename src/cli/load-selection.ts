import { existsSync } from 'node:fs';
import { readArtifacts } from '../artifacts/read-artifacts.ts';
import type { Config } from '../config/load-config.ts';
import { openHistory } from '../history/open-history.ts';
import { buildProject } from '../project/build-project.ts';
import type { Resource } from '../project/resource.ts';
import { historyEffects } from './history-effects.ts';
import { historyOptions } from './history-options.ts';
import { selectResources } from './select/select-resources.ts';

/** The part of a project that was asked for. */
export interface LoadedSelection {
  /** In code-point order of unique_id. */
  readonly resources: readonly Resource[];
  readonly warnings: readonly string[];
}

/**
 * Reads the artifacts and finds what dbt would select of them. The history is only looked at.
 *
 * @throws SiteError when there is no manifest; UsageError for an expression that is wrong
 */
export type LoadSelection = (config: Config) => Promise<LoadedSelection>;

export const loadSelection: LoadSelection = async (config) => {
  const artifacts = await readArtifacts(config.artifacts);
  const project = buildProject(artifacts);
  const options = historyOptions(config, true);
  const { history } = await openHistory(
    // What the artifacts tell of runs is asked elsewhere; here it would cover what the history remembers of them.
    [],
    project,
    // Where nothing was ever kept, looking leaves nothing behind.
    { ...options, folder: existsSync(options.folder ?? '') ? options.folder : null },
    historyEffects({ ...config, historyFrom: null }),
  );
  const { uniqueIds, warnings } = await selectResources(
    config.selection,
    project,
    artifacts,
    history,
  );
  return {
    resources: [...project.resources.values()].filter(({ uniqueId }) => uniqueIds.has(uniqueId)),
    warnings,
  };
};
