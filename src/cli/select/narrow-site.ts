import type { ArtifactSet } from '../../artifacts/artifact-set.ts';
import type { Config } from '../../config/load-config.ts';
import type { Diagnostic } from '../../errors/diagnostic.ts';
import { keyOfRun } from '../../history/archive.ts';
import { narrowProject } from '../../project/narrow-project.ts';
import type { Project } from '../../project/project.ts';
import type { History } from '../../runs/history.ts';
import { narrowHistory } from '../../runs/narrow-history.ts';
import { selectResources } from './select-resources.ts';

/** What a site is made from. */
export interface SitePieces {
  readonly project: Project;
  readonly history: History;
  readonly catalog: ArtifactSet['catalog'];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What a site is made from that holds a part of the project, and tells nothing of the rest.
 *
 * @throws UsageError for an expression that is wrong
 */
export async function narrowSite(
  { project, history, catalog, diagnostics }: SitePieces,
  { selection, target }: Pick<Config, 'selection' | 'target'>,
  artifacts: Pick<ArtifactSet, 'manifest' | 'invocations'>,
): Promise<SitePieces & { readonly warnings: readonly string[] }> {
  const { uniqueIds, warnings } = await selectResources(selection, project, artifacts, history);
  return {
    project: narrowProject(project, uniqueIds),
    history: narrowHistory(history, uniqueIds, target, keyOfRun),
    catalog:
      catalog === null
        ? null
        : {
            ...catalog,
            nodes: catalog.nodes.filter((table) => uniqueIds.has(table.unique_id)),
            sources: catalog.sources.filter((table) => uniqueIds.has(table.unique_id)),
          },
    // What is wrong inside a file names resources, kept or not; what is wrong with a file names none.
    diagnostics: diagnostics.filter(({ jsonPath }) => jsonPath === null),
    warnings,
  };
}
