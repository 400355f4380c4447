import { byText, compareText } from '../project/order.ts';
import type { PastFreshness, PastResult } from '../runs/history.ts';
import type { ViewContext } from './context.ts';
import { ROWS_A_PAGE } from './paginate.ts';
import { slugs } from './slug.ts';

/** Anchors of lists of ids; made once, as many pages name the same run, and runs that ran the same share theirs. */
const known = new WeakMap<readonly string[], ReadonlyMap<string, string>>();
/** The ids past a run's first page, and the number of the page of each; most lists have none. */
const knownPages = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** The anchors of results on the page of their run, by unique_id: `node-model.shop.orders`. */
export function resultAnchors(uniqueIds: readonly string[]): ReadonlyMap<string, string> {
  let anchors = known.get(uniqueIds);
  if (anchors === undefined) {
    anchors = new Map([...slugs(uniqueIds)].map(([id, segment]) => [id, `node-${segment}`]));
    known.set(uniqueIds, anchors);
  }
  return anchors;
}

/**
 * The results of a run in the order of its pages: as they started where one page holds them, else by their ids, which
 * all who link to one of them know without reading the run.
 */
export function inPageOrder<T extends { readonly uniqueId: string }>(
  results: readonly T[],
): readonly T[] {
  return results.length <= ROWS_A_PAGE ? results : results.toSorted(byText((one) => one.uniqueId));
}

/** Where a result or a check stands: on the page of its run, or on the later page that its results go on to. */
export function resultHref(
  { run, result }: PastResult | PastFreshness,
  { links, history }: Pick<ViewContext, 'links' | 'history'>,
): string {
  const ids = history.idsOf(run.id);
  const anchor = resultAnchors(ids).get(result.uniqueId);
  const page = laterPages(ids, run.tally.results).get(result.uniqueId);
  const path = page === undefined ? '' : `page/${page}/`;
  return `${links.runHref(run.id)}${path}${anchor === undefined ? '' : `#${anchor}`}`;
}

/**
 * The ids past the first page of a run, each with the number of its page. None where the list has checks too: which of
 * the ids are theirs, the list doesn't tell.
 */
function laterPages(ids: readonly string[], results: number): ReadonlyMap<string, number> {
  let pages = knownPages.get(ids);
  if (pages === undefined) {
    const later = ids.length === results ? ids.toSorted(compareText) : [];
    pages = new Map(
      later
        .map((id, at): [string, number] => [id, Math.floor(at / ROWS_A_PAGE) + 1])
        .slice(ROWS_A_PAGE),
    );
    knownPages.set(ids, pages);
  }
  return pages;
}
