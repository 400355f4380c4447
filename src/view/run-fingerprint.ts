import { hash } from 'node:crypto';
import type { RunSummary } from '../runs/run.ts';
import type { ViewContext } from './context.ts';

/**
 * Prepares keys for the pages of runs and their JSON files: equal as long as those would be. What such a page tells is
 * its run, the runs beside it, and of the project no more than the names, the places and the parents of what it ran.
 * So one run more, or one model more, leaves a thousand pages of old runs standing, and none of them is read.
 *
 * @returns the key of a run by its place in the history, newest first
 */
export function createRunFingerprints(context: ViewContext): (index: number) => string {
  const { history, links } = context;
  const nodes = new Map<string, string>();
  const lists = new WeakMap<readonly string[], string>();
  const edges = edgesText(context);

  const ofNode = (id: string): string => {
    const known = nodes.get(id);
    if (known !== undefined) return known;
    const { name, resourceType, href } = links.link(id);
    const parents = context.project.resources.get(id)?.parents ?? [];
    const text = digest([id, name, resourceType, href, links.jsonHref(id), ...parents].join('\t'));
    nodes.set(id, text);
    return text;
  };
  const ofList = (ids: readonly string[]): string => {
    const known = lists.get(ids);
    if (known !== undefined) return known;
    const text = digest(ids.map(ofNode).join());
    lists.set(ids, text);
    return text;
  };
  const beside = (run: RunSummary | undefined): string =>
    run === undefined ? '' : links.runHref(run.id);

  return (index) => {
    const run = history.runs[index];
    if (run === undefined) return '';
    return digest(
      [
        history.runKey(run.id),
        links.runHref(run.id),
        beside(history.runs[index - 1]),
        beside(history.runs[index + 1]),
        ofList(history.idsOf(run.id)),
        // What a failure held up is told by the graph, past what wasn't part of the run.
        'skipped' in run.tally.statuses ? edges() : '',
      ].join('\n'),
    );
  };
}

/** All edges of the project, as one text; made when it is first asked for. */
function edgesText({ project }: ViewContext): () => string {
  let text: string | null = null;
  return () =>
    (text ??= digest(
      [...project.resources.values()]
        .filter(({ parents }) => parents.length > 0)
        .map(({ uniqueId, parents }) => [uniqueId, ...parents].join('\t'))
        .join('\n'),
    ));
}

function digest(text: string): string {
  return hash('sha256', text, 'base64url');
}
