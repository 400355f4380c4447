import type { ArtifactSet } from '../../artifacts/artifact-set.ts';
import { readArtifacts } from '../../artifacts/read-artifacts.ts';
import type { SelectionRequest } from '../../config/selection-request.ts';
import { checkSelection } from '../../lineage/selectors/check-selection.ts';
import { parseDefinition } from '../../lineage/selectors/parse-definition.ts';
import { parseSelection } from '../../lineage/selectors/parse-selection.ts';
import { select } from '../../lineage/selectors/select.ts';
import type { SelectionFacts } from '../../lineage/selectors/selectable.ts';
import { selectionGraph } from '../../lineage/selectors/selection-graph.ts';
import type { Selection, SelectionError } from '../../lineage/selectors/selection.ts';
import type { Project } from '../../project/project.ts';
import { compareManifests } from '../../project/state/compare-manifests.ts';
import { buildRuns } from '../../runs/build-runs.ts';
import { changesSinceRuns, UNTOLD_BY_RUNS } from '../../runs/changes-since-runs.ts';
import type { History } from '../../runs/history.ts';
import { UsageError } from '../usage-error.ts';
import { pastFacts } from './past-facts.ts';

/** The part of a project that was asked for. */
export interface SelectedResources {
  /** Of everything that can be selected, tests included; macros and groups never are. */
  readonly uniqueIds: ReadonlySet<string>;
  /** Terms that find nothing, and definitions that can't be read; each a sentence. */
  readonly warnings: readonly string[];
}

/**
 * Finds what dbt would select. Reads the older artifacts where the request names some; else `state:` compares with what
 * nodes were made of when they last ran.
 *
 * @param artifacts those that the project was made from
 * @throws UsageError for an expression that is wrong, pointing at the character; SiteError for older artifacts that
 * can't be read
 */
export async function selectResources(
  request: SelectionRequest,
  project: Project,
  { manifest, invocations }: Pick<ArtifactSet, 'manifest' | 'invocations'>,
  history: Pick<History, 'everyResultOf'>,
): Promise<SelectedResources> {
  const older = request.state === null ? null : await readArtifacts(request.state);
  const warnings: string[] = [];
  const definitions = new Map<string, Selection>();
  for (const { name, definition } of manifest.selectors) {
    const parsed = parseDefinition(name, definition);
    if (typeof parsed === 'string') warnings.push(parsed);
    else definitions.set(name, parsed);
  }
  const graph = selectionGraph(project);
  const facts: SelectionFacts = {
    rootPackage: project.facts.name,
    selectors: definitions,
    ...pastFacts(buildRuns(invocations), older === null ? null : buildRuns(older.invocations)),
    state:
      older === null
        ? changesSinceRuns(project, history)
        : compareManifests(older.manifest, manifest),
    untoldParts: older === null ? UNTOLD_BY_RUNS : new Set(),
    indirect: request.indirect,
  };
  const read = (option: string, text: string | null): Selection | null => {
    if (text === null) return null;
    const { selection, error } = parseSelection(text);
    if (selection === null) throw pointed(option, text, error);
    const problem = checkSelection(selection, graph, facts);
    if (problem !== null) throw pointed(option, text, problem);
    return selection;
  };
  const include =
    request.selector === null
      ? read('--select', request.select)
      : read('--selector', `selector:${request.selector}`);
  const { nodes, unmatched } = select(graph, include, read('--exclude', request.exclude), facts);
  return {
    uniqueIds: new Set([...nodes].map((node) => graph.nodes[node]?.uniqueId ?? '')),
    warnings: [
      ...warnings,
      ...unmatched.map((term) => `${JSON.stringify(term)} matches nothing in the project.`),
    ],
  };
}

/** The expression with a mark under what is wrong. */
function pointed(option: string, text: string, error: SelectionError): UsageError {
  const length = Math.max(1, error.end - error.start);
  const mark = `${' '.repeat(error.start)}${'^'.repeat(length)}`;
  return new UsageError(
    `${option}: ${error.message}\n  ${text}\n  ${mark}`,
    error.hint ?? 'Run `dbt-workbench help ls` for examples.',
  );
}
