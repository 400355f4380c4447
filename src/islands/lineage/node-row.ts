import { formatNumber } from '../../messages/format-number.ts';
import { LINEAGE } from '../../messages/lineage.ts';
import type { Host } from './host.ts';
import { make } from './markup.ts';

/** A node in the tree of what is in sight. */
export interface ListRow {
  readonly node: number;
  /** Steps below the top. */
  readonly level: number;
  /** Rows that hang below it. */
  readonly below: number;
  /** What it hangs below; null at the top. */
  readonly parent: number | null;
  /** What else in sight it depends on. */
  readonly also: readonly number[];
}

/** Names of further parents that a row has room for. */
const MOST_ALSO = 3;
/** Deeper rows stand no further to the right. */
const DEEPEST = 16;

/** The row of a node. What can be clicked in it has a key of its own: < and > for its sides, Space for what is around. */
export function makeNodeRow(host: Host, row: ListRow, shown: ReadonlySet<number>): HTMLElement {
  const { data } = host;
  const { node, level, also } = row;
  const parents = data.parents[node] ?? [];
  const children = data.children[node] ?? [];
  const status = host.statusOf(node);
  const element = make(
    'div',
    {
      class: 'lx-row',
      attributes: {
        role: 'treeitem',
        'aria-level': String(level + 1),
        ...(children.some((child) => child !== node)
          ? { 'aria-expanded': String(children.every((child) => shown.has(child))) }
          : {}),
      },
      on: { click: () => host.choose(node), dblclick: () => host.open(node) },
    },
    side(host, node, 'down', { class: 'lx-row-fold' }),
    make('span', { class: 'lx-code', text: host.codeOf(node) }),
    make('span', { class: 'lx-row-name', text: data.names[node] ?? '' }),
    make('span', { class: 'lx-row-also', text: also.length === 0 ? '' : alsoText(host, also) }),
    ...lensOf(host, node),
    make('span', { class: 'lx-row-status' }, ...(status === null ? [] : [statusOf(status)])),
    make(
      'span',
      { class: 'lx-number' },
      side(host, node, 'up', { class: 'lx-side', text: formatNumber(parents.length) }),
      make('span', { class: 'sr', text: ` ${LINEAGE.list.parents(parents.length)}` }),
      make('span', { text: ' → ' }),
      side(host, node, 'down', { class: 'lx-side', text: formatNumber(children.length) }),
      make('span', { class: 'sr', text: ` ${LINEAGE.list.children(children.length)}` }),
    ),
  );
  element.style.setProperty('--level', String(Math.min(level, DEEPEST)));
  element.dataset['node'] = String(node);
  return element;
}

function alsoText({ data }: Host, also: readonly number[]): string {
  const names = also.slice(0, MOST_ALSO).map((node) => data.names[node] ?? '');
  const rest = also.length - names.length;
  return LINEAGE.list.also([...names, ...(rest > 0 ? [LINEAGE.node.unseen(rest)] : [])].join(', '));
}

/** What the lens tells of the node, unless the row says so anyway. */
function lensOf(host: Host, node: number): HTMLElement[] {
  const entry = host.legend.entries[host.legend.entryOf(node)];
  if (host.state.lens === 'type' || host.state.lens === 'status' || entry === undefined) return [];
  const swatch = make('span', {
    class: entry.kind === null ? 'lx-swatch' : `lx-swatch st st-${entry.kind}`,
  });
  if (entry.kind === null) swatch.style.setProperty('--hue', entry.color);
  return [make('span', { class: 'lx-row-lens' }, swatch, make('span', { text: entry.label }))];
}

function statusOf({ kind, word }: { readonly kind: string; readonly word: string }): HTMLElement {
  return make('span', { class: `st-${kind} st`, text: word });
}

/** Shows what is next to a node to one side, or folds it away. */
function side(
  host: Host,
  node: number,
  to: 'up' | 'down',
  { class: className, text = '' }: { readonly class: string; readonly text?: string },
): HTMLElement {
  const neighbours = (to === 'up' ? host.data.parents : host.data.children)[node] ?? [];
  if (neighbours.every((other) => other === node)) return make('span', { class: className, text });
  return make('span', {
    class: `${className} can-fold`,
    text,
    attributes: { title: LINEAGE.list.fold[to] },
    on: {
      click: (event) => {
        event.stopPropagation();
        host.toggle(node, to);
      },
    },
  });
}
