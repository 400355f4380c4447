import { spanningTree } from '../lineage/spanning-tree.ts';
import { compareText } from '../project/order.ts';
import type { ViewContext } from './context.ts';
import { COMMANDS } from '../messages/commands.ts';
import { LINEAGE } from '../messages/lineage.ts';
import type { LineagePageView, LineageRow } from './lineage-page.ts';
import { paginate, ROWS_A_PAGE } from './paginate.ts';
import type { ResourceLink } from './resource-link.ts';
import { slugs } from './slug.ts';

/** Links of one row to a side; the resource's own page has more, its JSON twin all. */
const MOST_LINKS = 12;

/** The pages of the lineage as a tree: everything in the flow of data, from its sources down. */
export function buildLineagePages(
  context: ViewContext,
): { readonly path: string; readonly view: LineagePageView }[] {
  const { links, graph, project } = context;
  const segments = slugs(graph.ids);
  const names = graph.ids.map((id) => links.link(id).name);
  const tree = spanningTree(
    graph.parents,
    (a, b) => compareText(names[a] ?? '', names[b] ?? '') || a - b,
  );
  const rows = tree.map(({ node, level }): LineageRow => {
    const id = graph.ids[node] ?? '';
    const parents = project.resources.get(id)?.parents ?? [];
    const children = project.children.get(id) ?? [];
    return {
      anchor: `node-${segments.get(id) ?? ''}`,
      link: links.link(id),
      level,
      parents: links.links(parents.slice(0, MOST_LINKS)),
      parentsLeftOut: Math.max(0, parents.length - MOST_LINKS),
      children: links.links(children.slice(0, MOST_LINKS)),
      childrenLeftOut: Math.max(0, children.length - MOST_LINKS),
    };
  });
  const edges = graph.parents.reduce((sum, parents) => sum + parents.length, 0);
  return paginate(rows, '/lineage/', links.href).map(
    ({ rows: pageRows, path, pagination }, page) => ({
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
        above: above(rows, page * ROWS_A_PAGE),
        pagination,
        empty: rows.length === 0 ? { ...LINEAGE.empty, command: COMMANDS.parse } : null,
      },
    }),
  );
}

/** What the row at a place hangs below, from the top of the tree on. */
function above(rows: readonly LineageRow[], at: number): ResourceLink[] {
  const found: ResourceLink[] = [];
  let level = rows[at]?.level ?? 0;
  for (let index = at - 1; index >= 0 && level > 0; index--) {
    const row = rows[index];
    if (row === undefined || row.level >= level) continue;
    found.unshift(row.link);
    level = row.level;
  }
  return found;
}
