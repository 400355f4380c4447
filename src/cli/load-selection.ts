import { readArtifacts } from '../artifacts/read-artifacts.ts';
import type { SelectionRequest } from '../config/selection-request.ts';
import { buildProject } from '../project/build-project.ts';
import type { Resource } from '../project/resource.ts';
import { selectResources } from './select/select-resources.ts';

/** The part of a project that was asked for. */
export interface LoadedSelection {
  /** In code-point order of unique_id. */
  readonly resources: readonly Resource[];
  readonly warnings: readonly string[];
}

/**
 * Reads the artifacts and finds what dbt would select of them.
 *
 * @param artifacts folder
 * @throws SiteError when there is no manifest; UsageError for an expression that is wrong
 */
export type LoadSelection = (
  artifacts: string,
  request: SelectionRequest,
) => Promise<LoadedSelection>;

export const loadSelection: LoadSelection = async (folder, request) => {
  const artifacts = await readArtifacts(folder);
  const project = buildProject(artifacts);
  const { uniqueIds, warnings } = await selectResources(request, project, artifacts);
  return {
    resources: [...project.resources.values()].filter(({ uniqueId }) => uniqueIds.has(uniqueId)),
    warnings,
  };
};
