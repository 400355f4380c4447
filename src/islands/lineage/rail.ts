import { GROUPINGS, VIEWS } from '../../lineage/explorer/explorer-state.ts';
import { LINEAGE } from '../../messages/lineage.ts';
import { typeClass, typeCode } from '../../view/format-type.ts';
import { LENS_IDS } from '../../view/lineage/lens.ts';
import { formatNumber } from '../../messages/format-number.ts';
import { makeExportMenu } from './export-menu.ts';
import type { Host } from './host.ts';
import { button, make } from './markup.ts';
import { makeSearchBox } from './search-box.ts';

/** Entries of a legend that are listed before the rest is summed up. */
const MOST_ENTRIES = 24;

export interface Rail {
  readonly element: HTMLElement;
  show(): void;
}

/** The controls beside the drawing: what is selected, how it is looked at, and the legend. */
export function makeRail(host: Host): Rail {
  const search = makeSearchBox(host);
  const count = make('p', { class: 'lx-count muted' });
  const views = make('div', {
    class: 'lx-buttons',
    attributes: { role: 'group', 'aria-label': LINEAGE.views.label },
  });
  const focus = make('fieldset', { class: 'lx-set' });
  const lens = choice(
    LINEAGE.lens.label,
    ['type', ...LENS_IDS.filter((id) => host.data.lenses.has(id))].map((id) => [id, lensLabel(id)]),
    // What is shown, and where the camera stands, changes only where something was switched off.
    (value) =>
      host.change(
        host.state.off.length === 0 ? { lens: value } : { lens: value, off: [] },
        'replace',
      ),
  );
  const group = choice(
    LINEAGE.group.label,
    GROUPINGS.filter((id) => id === 'folder' || id === 'package' || host.data.lenses.has(id)).map(
      (id) => [id, LINEAGE.group[id]],
    ),
    (value) => host.change({ group: GROUPINGS.find((id) => id === value) ?? 'folder' }, 'replace'),
  );
  const legend = make('fieldset', { class: 'lx-set lx-legend' });
  const types = make('details', { class: 'lx-set lx-types' });
  const body = make(
    'div',
    { class: 'lx-rail-body' },
    search.element,
    count,
    focus,
    views,
    group.element,
    lens.element,
    legend,
    types,
    makeExportMenu(host),
  );
  const toggle = button(
    LINEAGE.options,
    () => {
      const isOpen = element.classList.toggle('is-open');
      toggle.setAttribute('aria-expanded', String(isOpen));
    },
    { class: 'lx-button lx-options', attributes: { 'aria-expanded': 'false' } },
  );
  const element = make(
    'section',
    { class: 'lx-rail', attributes: { 'aria-label': LINEAGE.options } },
    toggle,
    body,
  );

  /** What the controls were made from. */
  let told: readonly unknown[] = [];
  return {
    element,
    show() {
      const { state, data } = host;
      search.show();
      const text = LINEAGE.select.shown(host.shown.length, data.ids.length);
      if (count.textContent !== text) count.textContent = text;
      showFocus(focus, host);
      // What is made anew is drawn anew; choosing a node changes none of what follows.
      const { legend: entries, selected, view, canDraw } = host;
      const now = [entries, selected, view, canDraw, state.off, state.hide, state.group];
      if (now.every((part, index) => part === told[index])) return;
      told = now;
      showViews(views, host);
      lens.select.value = state.lens;
      group.select.value = state.group;
      group.element.hidden = host.view !== 'map';
      showLegend(legend, host);
      showTypes(types, host);
    },
  };
}

function lensLabel(id: string): string {
  const known = LENS_IDS.find((lens) => lens === id);
  return known === undefined ? LINEAGE.lens.type : LINEAGE.lens[known];
}

function choice(
  label: string,
  options: readonly (readonly [string, string])[],
  choose: (value: string) => void,
): { readonly element: HTMLElement; readonly select: HTMLSelectElement } {
  const select = make(
    'select',
    { class: 'lx-input', on: { change: () => choose(select.value) } },
    ...options.map(([value, text]) => make('option', { text, attributes: { value } })),
  );
  return {
    select,
    element: make('label', { class: 'lx-field' }, make('span', { text: label }), select),
  };
}

/** Keeps the focus where it is while buttons are made anew. */
function refill(parent: HTMLElement, ...children: readonly Node[]): void {
  const at = [...parent.querySelectorAll('button, input, summary')].indexOf(
    document.activeElement ?? parent,
  );
  parent.replaceChildren(...children);
  const next = parent.querySelectorAll('button, input, summary')[at];
  if (at >= 0 && next instanceof HTMLElement) next.focus();
}

function showViews(parent: HTMLElement, host: Host): void {
  refill(
    parent,
    ...VIEWS.filter((view) => view === 'list' || host.canDraw).map((view) =>
      button(LINEAGE.views[view], () => host.change({ view }), {
        class: 'lx-button',
        attributes: { 'aria-pressed': String(host.view === view) },
      }),
    ),
  );
}

const FOCUS = [
  ['one', '1+', '+1'],
  ['two', '2+', '+2'],
  ['all', '+', '+'],
  ['up', '+', ''],
  ['down', '', '+'],
] as const;

function showFocus(parent: HTMLElement, host: Host): void {
  const { chosen } = host;
  const [seed] = host.selected.seeds;
  const node = chosen ?? (host.selected.seeds.size === 1 ? seed : undefined) ?? null;
  parent.hidden = node === null;
  if (node === null) return;
  refill(
    parent,
    make('legend', { text: LINEAGE.focus.label(host.data.names[node] ?? '') }),
    make(
      'div',
      { class: 'lx-buttons' },
      ...FOCUS.map(([key, up, down]) =>
        button(LINEAGE.focus[key], () => host.focus(node, up, down), {
          class: 'lx-button',
          attributes: { title: LINEAGE.focus.titles[key] },
        }),
      ),
    ),
  );
}

/** Every entry says how many nodes of the selection it has, and switches them off and on. */
function showLegend(parent: HTMLElement, host: Host): void {
  const { legend, state, selected, data } = host;
  const counts = new Uint32Array(legend.entries.length);
  for (const node of selected.nodes) {
    if (state.hide.includes(data.typeNames[data.types[node] ?? 0] ?? '')) continue;
    const entry = legend.entryOf(node);
    counts[entry] = (counts[entry] ?? 0) + 1;
  }
  const used = legend.entries
    .map((entry, index) => ({ ...entry, count: counts[index] ?? 0 }))
    .filter(({ count }) => count > 0);
  const listed = used.slice(0, MOST_ENTRIES);
  refill(
    parent,
    make('legend', { text: LINEAGE.lens.legend }),
    ...listed.map(({ key, label, color, kind, count }) => {
      const isOn = !state.off.includes(key);
      const box = make('input', {
        attributes: { type: 'checkbox' },
        on: {
          change: () =>
            host.change(
              { off: isOn ? [...state.off, key] : state.off.filter((other) => other !== key) },
              'replace',
            ),
        },
      });
      box.checked = isOn;
      const swatch = make('span', {
        class: kind === null ? 'lx-swatch' : `lx-swatch st st-${kind}`,
      });
      if (kind === null) swatch.style.setProperty('--hue', color);
      return make(
        'label',
        { class: 'lx-check' },
        box,
        swatch,
        make('span', { class: 'lx-label', text: label }),
        make('span', { class: 'lx-number', text: formatNumber(count) }),
      );
    }),
  );
  if (used.length > listed.length) {
    parent.append(
      make('p', { class: 'muted', text: LINEAGE.lens.more(used.length - listed.length) }),
    );
  }
}

function showTypes(parent: HTMLDetailsElement, host: Host): void {
  const { data, state, selected } = host;
  const counts = new Uint32Array(data.typeNames.length);
  for (const node of selected.nodes) {
    const type = data.types[node] ?? 0;
    counts[type] = (counts[type] ?? 0) + 1;
  }
  // The legend of types is the same list.
  parent.hidden = state.lens === 'type' && state.hide.length === 0;
  refill(
    parent,
    make('summary', { text: LINEAGE.types }),
    ...data.typeNames.flatMap((type, index) => {
      const count = counts[index] ?? 0;
      if (count === 0) return [];
      const isOn = !state.hide.includes(type);
      const box = make('input', {
        attributes: { type: 'checkbox' },
        on: {
          change: () =>
            host.change(
              { hide: isOn ? [...state.hide, type] : state.hide.filter((other) => other !== type) },
              'replace',
            ),
        },
      });
      box.checked = isOn;
      return [
        make(
          'label',
          { class: 'lx-check' },
          box,
          make('span', { class: `ty ${typeClass(type)}`, text: typeCode(type) }),
          make('span', { class: 'lx-label', text: type.replaceAll('_', ' ') }),
          make('span', { class: 'lx-number', text: formatNumber(count) }),
        ),
      ];
    }),
  );
}
