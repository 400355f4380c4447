import type { RunSummary } from '../runs/run.ts';
import type { ViewContext } from './context.ts';
import { ROWS_A_PAGE } from './paginate.ts';
import { slugs } from './slug.ts';

/** Anchors of lists of ids; made once, as many pages name the same run, and runs that ran the same share theirs. */
const known = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

/** The anchors of results on the page of their run, by unique_id: `node-model.shop.orders`. */
export function resultAnchors(uniqueIds: readonly string[]): ReadonlyMap<string, string> {
  let anchors = known.get(uniqueIds);
  if (anchors === undefined) {
    anchors = new Map([...slugs(uniqueIds)].map(([id, segment]) => [id, `node-${segment}`]));
    known.set(uniqueIds, anchors);
  }
  return anchors;
}

/** A result or a check of a run. */
interface Told {
  readonly run: RunSummary;
  readonly result: { readonly uniqueId: string };
}

/** Where a result or a check stands: on the page of its run, or on the later page that its results go on to. */
export function resultHref(
  { run, result: { uniqueId } }: Told,
  { links, history }: Pick<ViewContext, 'links' | 'history'>,
): string {
  const anchor = resultAnchors(history.idsOf(run.id)).get(uniqueId);
  const place = history.outline(run.id).placeOf(uniqueId) ?? 0;
  const page = Math.floor(place / ROWS_A_PAGE) + 1;
  const path = page === 1 ? '' : `page/${page}/`;
  return `${links.runHref(run.id)}${path}${anchor === undefined ? '' : `#${anchor}`}`;
}
