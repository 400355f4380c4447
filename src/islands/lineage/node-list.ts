import { inducedParents } from '../../lineage/layout/components.ts';
import { spanningTree } from '../../lineage/spanning-tree.ts';
import { LINEAGE } from '../../messages/lineage.ts';
import type { Host } from './host.ts';
import { button, make } from './markup.ts';
import { type ListRow, makeNodeRow } from './node-row.ts';
import { neighbourTowards } from './walk-keys.ts';

/** Rows that are made at once. */
const ROWS = 500;

export interface NodeList {
  readonly element: HTMLElement;
  /** @param isNew rows are made anew; else only what is chosen has changed */
  show(nodes: readonly number[], isNew: boolean): void;
}

/**
 * The nodes in sight as a tree from the sources down: one tab stop, in which the keys do what they do in the drawing.
 * Up and down go from row to row, left and right along edges; < and > fold.
 */
export function makeNodeList(host: Host): NodeList {
  const list = make('div', {
    class: 'lx-list-rows',
    attributes: { role: 'tree', 'aria-label': LINEAGE.list.label },
  });
  const more = button('', () => append(ROWS), { class: 'lx-button' });
  const element = make('div', { class: 'lx-list' }, list, more);
  let rows: readonly ListRow[] = [];
  let made = 0;
  const elements = new Map<number, HTMLElement>();

  const append = (count: number): void => {
    const next = rows.slice(made, made + count);
    made += next.length;
    const shown = new Set(host.shown);
    for (const row of next) elements.set(row.node, makeNodeRow(host, row, shown));
    list.append(...next.flatMap(({ node }) => elements.get(node) ?? []));
    const rest = rows.length - made;
    more.hidden = rest <= 0;
    more.textContent = LINEAGE.list.more(Math.min(rest, ROWS));
    mark();
  };
  const mark = (): void => {
    const { chosen } = host;
    const stop = chosen !== null && elements.has(chosen) ? chosen : rows[0]?.node;
    for (const [node, row] of elements) {
      row.tabIndex = node === stop ? 0 : -1;
      row.setAttribute('aria-selected', String(node === chosen));
    }
  };
  const go = (node: number): void => {
    while (!elements.has(node) && made < rows.length) append(ROWS);
    host.choose(node, 'replace');
    elements.get(node)?.focus();
  };
  list.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return;
    const at = rows.findIndex(({ node }) => node === Number(target.dataset['node']));
    const row = rows[at];
    if (row === undefined) return;
    const next = goal(host, rows, at, key);
    if (next !== null) go(next);
    else if (key === 'Enter') host.open(row.node);
    else if (key === ' ') host.focus(row.node, '1+', '+1');
    else if (key === '<' || key === '>') host.toggle(row.node, key === '<' ? 'up' : 'down');
    else if (key === 'Escape') host.choose(null);
    else return;
    event.preventDefault();
  });

  return {
    element,
    show(next, isNew) {
      if (isNew) {
        const focused =
          document.activeElement instanceof HTMLElement && list.contains(document.activeElement)
            ? Number(document.activeElement.dataset['node'])
            : null;
        rows = treeOf(host, next);
        made = 0;
        elements.clear();
        list.replaceChildren();
        append(ROWS);
        if (focused !== null) elements.get(focused)?.focus();
      } else mark();
    },
  };
}

/** By name, since nobody looks for an id. */
function treeOf({ data }: Host, nodes: readonly number[]): readonly ListRow[] {
  const names = nodes.map((node) => data.names[node] ?? '');
  const parents = inducedParents(nodes, data.parents);
  const above: number[] = [];
  return spanningTree(parents, (a, b) => {
    const [first = '', second = ''] = [names[a], names[b]];
    return first < second ? -1 : first > second ? 1 : a - b;
  }).map(({ node, level, below }) => {
    above[level] = node;
    const parent = level === 0 ? null : (above[level - 1] ?? null);
    const also = (parents[node] ?? []).filter((other) => other !== parent && other !== node);
    return {
      node: nodes[node] ?? 0,
      level,
      below,
      parent: parent === null ? null : (nodes[parent] ?? null),
      also: also.map((other) => nodes[other] ?? 0),
    };
  });
}

/** Where a key leads to from a row: the row of the list, or along an edge; first along those that the tree shows. */
function goal(host: Host, rows: readonly ListRow[], at: number, key: string): number | null {
  const row = rows[at];
  if (row === undefined) return null;
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1]?.node ?? null;
    case 'ArrowUp':
      return rows[at - 1]?.node ?? null;
    case 'ArrowRight':
      return row.below > 0
        ? (rows[at + 1]?.node ?? null)
        : neighbourTowards(host, row.node, 'down');
    case 'ArrowLeft':
      return row.parent ?? neighbourTowards(host, row.node, 'up');
    case 'Home':
      return rows[0]?.node ?? null;
    case 'End':
      return rows.at(-1)?.node ?? null;
    default:
      return null;
  }
}
