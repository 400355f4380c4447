import { compareText } from '../project/order.ts';
import type { ViewContext } from './context.ts';
import { COMMANDS } from '../messages/commands.ts';
import { LINEAGE } from '../messages/lineage.ts';
import type { LineagePageView, LineageRow } from './lineage-page.ts';
import { paginate } from './paginate.ts';
import { slugs } from './slug.ts';

/** Links of one row to a side; the resource's own page has more, its JSON twin all. */
const MOST_LINKS = 12;

/** The pages of the lineage list: everything in the flow of data, from its sources down. */
export function buildLineagePages(
  context: ViewContext,
): { readonly path: string; readonly view: LineagePageView }[] {
  const { links, graph, project } = context;
  const segments = slugs(graph.ids);
  const rows = graph.ids.map((id, index): LineageRow => {
    const parents = project.resources.get(id)?.parents ?? [];
    const children = project.children.get(id) ?? [];
    return {
      anchor: `node-${segments.get(id) ?? ''}`,
      link: links.link(id),
      depth: context.layers.depth[index] ?? 0,
      parents: links.links(parents.slice(0, MOST_LINKS)),
      parentsLeftOut: Math.max(0, parents.length - MOST_LINKS),
      children: links.links(children.slice(0, MOST_LINKS)),
      childrenLeftOut: Math.max(0, children.length - MOST_LINKS),
    };
  });
  rows.sort(
    (a, b) =>
      a.depth - b.depth ||
      compareText(a.link.name, b.link.name) ||
      compareText(a.link.uniqueId, b.link.uniqueId),
  );
  const edges = graph.parents.reduce((sum, parents) => sum + parents.length, 0);
  return paginate(rows, '/lineage/', links.href).map(({ rows: pageRows, path, pagination }) => ({
    path,
    view: {
      page: 'lineage',
      head: {
        title: LINEAGE.title,
        description: LINEAGE.description,
        href: links.href(path),
        jsonHref: links.href('/lineage/index.json'),
        breadcrumbs: [],
      },
      summary: LINEAGE.summary(rows.length, edges, context.layers.isCyclic),
      graphHref: path === '/lineage/' ? links.href('/lineage/index.json') : null,
      rows: pageRows,
      pagination,
      empty: rows.length === 0 ? { ...LINEAGE.empty, command: COMMANDS.parse } : null,
    },
  }));
}
