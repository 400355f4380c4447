import { LINEAGE } from '../../messages/lineage.ts';
import type { Host } from './host.ts';
import { button, make } from './markup.ts';
import { neighbourTowards } from './walk-keys.ts';

/** Rows that are made at once. */
const ROWS = 500;

export interface NodeList {
  readonly element: HTMLElement;
  /** @param isNew rows are made anew; else only what is chosen has changed */
  show(nodes: readonly number[], isNew: boolean): void;
}

/**
 * The nodes in sight as a list: one tab stop, in which the arrow keys do what they do in the drawing. Up and down go
 * from row to row, left and right along edges.
 */
export function makeNodeList(host: Host): NodeList {
  const list = make('ul', {
    class: 'lx-list-rows',
    attributes: { 'aria-label': LINEAGE.list.label },
  });
  const more = button('', () => append(ROWS), { class: 'lx-button' });
  const element = make('div', { class: 'lx-list' }, list, more);
  let nodes: readonly number[] = [];
  let made = 0;
  const rows = new Map<number, HTMLButtonElement>();

  const append = (count: number): void => {
    const next = nodes.slice(made, made + count);
    made += next.length;
    list.append(
      ...next.map((node) => {
        const row = makeRow(host, node);
        rows.set(node, row);
        return make('li', {}, row);
      }),
    );
    const rest = nodes.length - made;
    more.hidden = rest <= 0;
    more.textContent = LINEAGE.list.more(Math.min(rest, ROWS));
  };
  const mark = (): void => {
    const stop = host.chosen !== null && rows.has(host.chosen) ? host.chosen : nodes[0];
    for (const [node, row] of rows) {
      row.tabIndex = node === stop ? 0 : -1;
      if (node === host.chosen) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
  };
  const go = (node: number): void => {
    while (!rows.has(node) && made < nodes.length) append(ROWS);
    host.choose(node, 'replace');
    rows.get(node)?.focus();
  };
  list.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return;
    const node = Number(target.dataset['node']);
    const at = nodes.indexOf(node);
    const next =
      key === 'ArrowDown'
        ? nodes[at + 1]
        : key === 'ArrowUp'
          ? nodes[at - 1]
          : key === 'ArrowRight'
            ? neighbourTowards(host, node, 'down')
            : key === 'ArrowLeft'
              ? neighbourTowards(host, node, 'up')
              : key === 'Home'
                ? nodes[0]
                : key === 'End'
                  ? nodes.at(-1)
                  : undefined;
    if (key === 'Enter') {
      event.preventDefault();
      host.open(node);
    } else if (key === 'Escape') host.choose(null);
    else if (next !== undefined && next !== null) {
      event.preventDefault();
      go(next);
    }
  });

  return {
    element,
    show(next, isNew) {
      if (isNew) {
        const focused =
          document.activeElement instanceof HTMLElement && list.contains(document.activeElement)
            ? Number(document.activeElement.dataset['node'])
            : null;
        nodes = sorted(host, next);
        made = 0;
        rows.clear();
        list.replaceChildren();
        append(ROWS);
        if (focused !== null) rows.get(focused)?.focus();
      }
      mark();
    },
  };
}

/** By name, since nobody looks for an id. */
function sorted({ data }: Host, nodes: readonly number[]): readonly number[] {
  return nodes.toSorted((a, b) => {
    const [first = '', second = ''] = [data.names[a], data.names[b]];
    return first < second ? -1 : first > second ? 1 : a - b;
  });
}

function makeRow(host: Host, node: number): HTMLButtonElement {
  const { data } = host;
  const status = host.statusOf(node);
  const row = make(
    'button',
    {
      class: 'lx-row',
      attributes: { type: 'button' },
      on: { click: () => host.choose(node), dblclick: () => host.open(node) },
    },
    make('span', { class: 'lx-code', text: host.codeOf(node) }),
    make('span', { class: 'lx-row-name', text: data.names[node] ?? '' }),
    ...(status === null
      ? []
      : [make('span', { class: `st-${status.kind} st`, text: status.word })]),
    make('span', {
      class: 'lx-number',
      text: LINEAGE.list.edges(data.parents[node]?.length ?? 0, data.children[node]?.length ?? 0),
    }),
  );
  row.dataset['node'] = String(node);
  return row;
}
