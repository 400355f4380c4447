import type { PastFreshness, PastResult } from '../runs/history.ts';
import type { ViewContext } from './context.ts';
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

/** Where a result stands: on the page of its run. */
export function resultHref(
  { run, result }: PastResult | PastFreshness,
  { links, history }: Pick<ViewContext, 'links' | 'history'>,
): string {
  const anchor = resultAnchors(history.idsOf(run.id)).get(result.uniqueId);
  return `${links.runHref(run.id)}${anchor === undefined ? '' : `#${anchor}`}`;
}
