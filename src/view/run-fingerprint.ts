import type { RunSummary } from '../runs/run.ts';
import type { ViewContext } from './context.ts';
import { digest } from './digest.ts';
import type { Fingerprints } from './fingerprint.ts';
import type { RunPlace } from './runs/run-places.ts';

/** Keys of what is written of a run: equal as long as that would be. */
export interface RunKeys {
  /** Of what tells of the run alone: its JSON, its timeline, its log, further pages of its results. */
  readonly own: string;
  /** Of its page, which also tells of the runs beside it and the one that it is compared with. */
  readonly page: string;
}

/**
 * Prepares keys for what is written of runs. Of the project that tells no more than the names, the places and the
 * parents of what was run. So one run more, or one model more, leaves a thousand pages of old runs standing, and none of
 * them is read.
 *
 * @param places where each run stands among the others
 * @param nameOf a fingerprint of how pages name a resource, by its id
 * @returns the keys of a run
 */
export function createRunFingerprints(
  context: ViewContext,
  places: ReadonlyMap<string, RunPlace>,
  nameOf: Fingerprints['ofName'],
): (run: RunSummary) => RunKeys {
  const { history, links } = context;
  const nodes = new Map<string, string>();
  const lists = new WeakMap<readonly string[], string>();
  const edges = edgesText(context);

  const ofNode = (id: string): string => {
    const known = nodes.get(id);
    if (known !== undefined) return known;
    const resource = context.project.resources.get(id);
    const hasCode = (resource?.compiledCode ?? null) !== null;
    // What the manifest doesn't know has no parents in another way than what depends on nothing.
    const parents = resource?.parents ?? ['?'];
    const text = [nameOf(id), resource?.language, hasCode, ...parents].join('\t');
    nodes.set(id, text);
    return text;
  };
  const ofList = (ids: readonly string[]): string => {
    const known = lists.get(ids);
    if (known !== undefined) return known;
    const text = digest(ids.map(ofNode).join('\n'));
    lists.set(ids, text);
    return text;
  };
  const beside = (run: RunSummary | null | undefined): string =>
    run === null || run === undefined ? '' : links.runHref(run.id);
  const compared = (run: RunSummary | null | undefined): string =>
    run === null || run === undefined
      ? ''
      : `${history.runKey(run.id)} ${links.runHref(run.id)} ${ofList(history.idsOf(run.id))}`;

  return (run) => {
    const place = places.get(run.id);
    const own = digest(
      [history.runKey(run.id), links.runHref(run.id), ofList(history.idsOf(run.id))].join('\n'),
    );
    const page = digest(
      [
        own,
        beside(place?.next),
        beside(place?.previous),
        compared(place?.previousOfCommand),
        // What a failure held up is told by the graph, past what wasn't part of the run.
        'skipped' in run.tally.statuses ? edges() : '',
      ].join('\n'),
    );
    return { own, page };
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
