import type { HealthState } from '../../health/health.ts';
import { healthWords } from '../../messages/health.ts';
import { healthPageWords as words } from '../../messages/health-page.ts';
import { collectionRank } from '../collection.ts';
import { compareText } from '../../project/order.ts';
import type { ViewContext } from '../context.ts';
import type { HealthStatePageView } from '../health-page.ts';
import { healthView } from '../health-view.ts';
import { paginate } from '../paginate.ts';
import { statePath } from './state-counts.ts';

/** The pages of everything that is in one state: what people look at first, then by name. */
export function buildStatePages(
  state: HealthState,
  context: ViewContext,
): { readonly path: string; readonly view: HealthStatePageView }[] {
  const { links, health } = context;
  const listPath = statePath(state);
  const listed = health.ids
    .filter((id) => health.of(id)?.state === state)
    .map((id) => links.link(id))
    .sort(
      (a, b) =>
        collectionRank(a.resourceType) - collectionRank(b.resourceType) ||
        compareText(a.name, b.name) ||
        compareText(a.uniqueId, b.uniqueId),
    );
  const word = healthWords.states[state];
  return paginate(listed, listPath, links.href).map(({ rows, path, pagination }) => ({
    path,
    view: {
      page: 'health-state',
      head: {
        title: word,
        description: healthWords.meaning[state],
        href: links.href(path),
        jsonHref: links.href(`${listPath.slice(0, -1)}.json`),
        breadcrumbs: [
          { label: words.title, href: links.href('/health/') },
          { label: word, href: null },
        ],
      },
      state,
      title: word,
      meaning: healthWords.meaning[state],
      summary: words.stateSummary(listed.length),
      rows: rows.map((link) => ({
        link,
        reasons: (healthView(link.uniqueId, context)?.reasons ?? []).filter(
          (reason) => state === 'healthy' || reason.state !== 'healthy',
        ),
      })),
      pagination,
      empty:
        listed.length === 0
          ? { title: words.stateEmpty, text: words.stateEmptyText, command: null }
          : null,
    },
  }));
}
