import { LINEAGE } from '../../messages/lineage.ts';
import { typeClass, typeWord } from '../../view/format-type.ts';
import { walk } from '../../lineage/explorer/walk.ts';
import { copyByKey } from '../copy-text.ts';
import { afterFrame } from './after-frame.ts';
import type { Host } from './host.ts';
import { button, make } from './markup.ts';
import { nodeSelector } from './selectors.ts';

/** Neighbours that a side of the tree lists at once. */
const MOST_LISTED = 50;

export interface Details {
  readonly element: HTMLElement;
  show(node: number | null): void;
  /**
   * Has the browser draw the details of a node of some where nobody sees them: what it makes ready for that, as letters
   * and icons, takes longer than all the rest where graphics are software, and is not waited for by who chooses first.
   */
  makeReady(nodes: readonly number[], parent: HTMLElement): void;
}

/** What the JSON twin of a page tells, as far as the panel shows it. */
interface TwinJson {
  readonly description?: string;
}

/** What is known of the chosen node, with trees of what is up- and downstream of it. */
export function makeDetails(host: Host): Details {
  const element = make('section', {
    class: 'lx-details',
    attributes: { 'aria-label': LINEAGE.title },
  });
  element.hidden = true;
  let shown: number | null = null;
  return {
    element,
    show(node) {
      const hasFocus = element.contains(document.activeElement);
      const isOther = node !== shown;
      shown = node;
      element.hidden = node === null;
      if (node === null) return;
      const description = make('p', { class: 'lx-description' });
      element.replaceChildren(...contentOf(host, node, description));
      element.setAttribute('aria-label', host.data.names[node] ?? '');
      if (hasFocus && isOther) element.querySelector<HTMLElement>('a, button')?.focus();
      void describe(host, node, description);
    },
    makeReady(nodes, parent) {
      const node = nodes.find((other) => host.statusOf(other) !== null) ?? nodes[0];
      if (node === undefined || shown !== null) return;
      const ghost = make('div', {
        class: 'lx-ghost',
        attributes: { 'aria-hidden': 'true', inert: '' },
      });
      ghost.append(...contentOf(host, node, make('p', { class: 'lx-description', text: '…' })));
      parent.append(ghost);
      afterFrame(() => {
        afterFrame(() => ghost.remove());
      });
    },
  };
}

function contentOf(host: Host, node: number, description: HTMLElement): Node[] {
  const { data } = host;
  const name = data.names[node] ?? '';
  const type = data.typeNames[data.types[node] ?? 0] ?? '';
  const status = host.statusOf(node);
  const href = data.hrefOf(node);
  const up = new Set<number>();
  const down = new Set<number>();
  walk(data.parents, [node], Infinity, up);
  walk(data.children, [node], Infinity, down);
  const entry = host.legend.entries[host.legend.entryOf(node)];
  const heading = make('h2', { text: name });
  return [
    make(
      'header',
      { class: 'lx-details-head' },
      make('span', { class: `ty ${typeClass(type)}`, text: host.codeOf(node) }),
      heading,
      button(LINEAGE.node.closeSign, () => host.choose(null), {
        class: 'lx-close',
        attributes: { 'aria-label': LINEAGE.node.close },
      }),
    ),
    make(
      'p',
      { class: 'lx-facts' },
      ...(status === null
        ? []
        : [make('span', { class: `st-${status.kind} st`, text: status.word })]),
      ...(host.state.lens === 'type' || host.state.lens === 'status' || entry === undefined
        ? [make('span', { class: 'muted', text: typeWord(type) })]
        : [make('span', { class: 'muted', text: entry.label })]),
      ...(data.hidden.has(node)
        ? [make('span', { class: 'muted', text: LINEAGE.node.hidden })]
        : []),
      make('span', { class: 'muted', text: LINEAGE.node.upDown(up.size, down.size) }),
    ),
    description,
    make(
      'p',
      { class: 'lx-buttons' },
      ...(href === null
        ? []
        : [make('a', { class: 'lx-button', text: LINEAGE.node.open, attributes: { href } })]),
      button(LINEAGE.node.copy, () => void copyByKey(nodeSelector(data, node), heading), {
        class: 'lx-button',
      }),
    ),
    make('h3', { text: `${LINEAGE.node.up} ${data.parents[node]?.length ?? 0}` }),
    tree(host, node, 'up', new Set([node])),
    make('h3', { text: `${LINEAGE.node.down} ${data.children[node]?.length ?? 0}` }),
    tree(host, node, 'down', new Set([node])),
  ];
}

/** The neighbours of a node to one side, each of which opens to its own. */
function tree(
  host: Host,
  node: number,
  side: 'up' | 'down',
  above: ReadonlySet<number>,
  from = 0,
): HTMLElement {
  const { data } = host;
  const all = (side === 'up' ? data.parents : data.children)[node] ?? [];
  if (all.length === 0) {
    const text = side === 'up' ? LINEAGE.node.nothingUp : LINEAGE.node.nothingDown;
    return make('p', { class: 'muted', text });
  }
  const list = make('ul', { class: 'lx-tree' });
  list.append(
    ...all.slice(from, from + MOST_LISTED).map((other) => branch(host, other, side, above)),
  );
  const rest = all.length - from - MOST_LISTED;
  if (rest > 0) {
    const more = make(
      'li',
      {},
      button(
        LINEAGE.node.more(rest),
        () => more.replaceWith(...tree(host, node, side, above, from + MOST_LISTED).childNodes),
        { class: 'lx-link' },
      ),
    );
    list.append(more);
  }
  return list;
}

function branch(
  host: Host,
  node: number,
  side: 'up' | 'down',
  above: ReadonlySet<number>,
): HTMLElement {
  const { data } = host;
  const name = data.names[node] ?? '';
  const next = (side === 'up' ? data.parents : data.children)[node] ?? [];
  const row = make(
    'span',
    { class: 'lx-branch' },
    make('span', { class: 'lx-code', text: host.codeOf(node) }),
    button(name, () => host.choose(node), { class: 'lx-name' }),
  );
  const item = make('li', {}, row);
  // A cycle ends where it comes round to what is above.
  if (next.length > 0 && !above.has(node)) {
    const fold = button(
      '',
      () => {
        const isOpen = item.querySelector(':scope > ul') !== null;
        fold.setAttribute('aria-expanded', String(!isOpen));
        if (isOpen) item.querySelector(':scope > ul')?.remove();
        else item.append(tree(host, node, side, new Set([...above, node])));
      },
      {
        class: 'lx-fold',
        attributes: { 'aria-expanded': 'false', 'aria-label': LINEAGE.node.expand(name) },
      },
    );
    row.prepend(fold);
  }
  return item;
}

/** Nodes that are passed by sooner, as by an arrow key that is held, are not asked for. Milliseconds. */
const REST = 100;

/** The description comes with the JSON twin of the node's page. */
async function describe({ data }: Host, node: number, paragraph: HTMLElement): Promise<void> {
  const href = data.hrefOf(node);
  if (href === null || href.includes('#')) return;
  await new Promise((done) => setTimeout(done, REST));
  if (!paragraph.isConnected) return;
  try {
    const response = await fetch(`${href.slice(0, -1)}.json`);
    if (!response.ok) return;
    const { description = '' } = (await response.json()) as TwinJson;
    const [first = ''] = description.trim().split(/\n\s*\n/);
    paragraph.textContent = first.length > 400 ? `${first.slice(0, 400)}…` : first;
  } catch {
    // Without it the panel says less.
  }
}
