import { readArtifacts } from '../artifacts/read-artifacts.ts';
import { buildProject } from '../project/build-project.ts';
import { compareManifests } from '../project/state/compare-manifests.ts';
import type { Resource } from '../project/resource.ts';
import { buildRuns } from '../runs/build-runs.ts';
import { pastFacts } from './select/past-facts.ts';
import type { SelectionRequest } from './select/selection-request.ts';
import { selectResources } from './select/select-resources.ts';

/** The part of a project that was asked for. */
export interface LoadedSelection {
  /** In code-point order of unique_id. */
  readonly resources: readonly Resource[];
  /** Of the whole project. */
  readonly total: number;
  readonly warnings: readonly string[];
}

/**
 * Reads the artifacts and finds what dbt would select of them.
 *
 * @param artifacts folder
 * @param state folder of an older manifest; null for none
 * @throws SiteError when there is no manifest; UsageError for an expression that is wrong
 */
export type LoadSelection = (
  artifacts: string,
  state: string | null,
  request: SelectionRequest,
) => Promise<LoadedSelection>;

export const loadSelection: LoadSelection = async (folder, stateFolder, request) => {
  const artifacts = await readArtifacts(folder);
  const project = buildProject(artifacts);
  const { manifest, invocations } = artifacts;
  const older = stateFolder === null ? null : await readArtifacts(stateFolder);
  const { uniqueIds, warnings } = selectResources(request, {
    project,
    selectors: manifest.selectors,
    past: pastFacts(buildRuns(invocations), older === null ? null : buildRuns(older.invocations)),
    state: older === null ? null : compareManifests(older.manifest, manifest),
  });
  return {
    resources: [...project.resources.values()].filter(({ uniqueId }) => uniqueIds.has(uniqueId)),
    total: project.resources.size,
    warnings,
  };
};
