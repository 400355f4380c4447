import { LINEAGE } from '../../messages/lineage.ts';
import type { Host } from './host.ts';
import { button, make } from './markup.ts';

/** Names that are offered while somebody types. */
const MOST_OFFERED = 12;

/** The box that selects: names are offered while one types, dbt's selectors are taken as they are. */
export function makeSearchBox(host: Host): { readonly element: HTMLElement; show(): void } {
  const offered = make('ul', {
    class: 'lx-offers',
    attributes: { role: 'listbox', id: 'lx-offers', 'aria-label': LINEAGE.select.label },
  });
  offered.hidden = true;
  let at = -1;
  const input = make('input', {
    class: 'lx-input',
    attributes: {
      type: 'text',
      role: 'combobox',
      'aria-expanded': 'false',
      'aria-controls': 'lx-offers',
      'aria-autocomplete': 'list',
      autocomplete: 'off',
      spellcheck: 'false',
      placeholder: LINEAGE.select.hint,
    },
  });
  const close = (): void => {
    offered.hidden = true;
    at = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const submit = (): void => {
    close();
    host.change({ select: input.value.trim(), folded: [] });
  };
  const take = (node: number): void => {
    close();
    const inSight = host.state.select === '' && host.scene?.at.has(node);
    if (inSight) {
      input.value = '';
      host.choose(node);
    } else host.focus(node, '1+', '+1');
  };
  const move = (step: number): void => {
    const options = [...offered.children];
    if (options.length === 0) return;
    options[at]?.removeAttribute('aria-selected');
    at = (at + step + options.length) % options.length;
    options[at]?.setAttribute('aria-selected', 'true');
    options[at]?.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', options[at]?.id ?? '');
  };
  input.addEventListener('input', () => {
    at = -1;
    const found = matches(host, input.value);
    offered.replaceChildren(
      ...found.map((node, index) => {
        const option = make(
          'li',
          {
            attributes: { role: 'option', id: `lx-offer-${index}` },
            on: {
              pointerdown: (event) => {
                event.preventDefault();
                take(node);
              },
            },
          },
          make('span', { class: 'lx-code', text: host.codeOf(node) }),
          document.createTextNode(host.data.names[node] ?? ''),
        );
        option.dataset['node'] = String(node);
        return option;
      }),
    );
    offered.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
  });
  input.addEventListener('keydown', (event) => {
    const { key, isComposing } = event;
    if (isComposing) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      move(key === 'ArrowDown' ? 1 : -1);
    } else if (key === 'Escape') {
      if (offered.hidden) input.value = host.state.select;
      close();
    } else if (key === 'Enter') {
      event.preventDefault();
      const option = offered.children[at];
      if (option instanceof HTMLElement) take(Number(option.dataset['node']));
      else submit();
    }
  });
  input.addEventListener('blur', close);
  const clear = button(
    LINEAGE.select.clear,
    () => {
      input.value = '';
      host.change({ select: '', folded: [], node: null });
    },
    { class: 'lx-link' },
  );
  return {
    element: make(
      'div',
      { class: 'lx-search' },
      make('label', { class: 'lx-field' }, make('span', { text: LINEAGE.select.label }), input),
      offered,
      clear,
    ),
    show() {
      if (document.activeElement !== input) input.value = host.state.select;
      clear.hidden = host.state.select === '' && host.state.folded.length === 0;
      input.setAttribute('aria-invalid', String(host.selected.problem !== null));
    },
  };
}

/** Nodes whose names hold what was typed: those that begin with it first, then the shorter ones. */
function matches({ data }: Host, typed: string): number[] {
  const text = typed.trim().toLowerCase();
  if (text === '' || /[\s+]/.test(text)) return [];
  const found: { node: number; rank: number }[] = [];
  for (const [node, name] of data.names.entries()) {
    const place = name.toLowerCase().indexOf(text);
    if (place >= 0) found.push({ node, rank: (place === 0 ? 0 : 1000) + name.length });
  }
  return found
    .sort((a, b) => a.rank - b.rank || a.node - b.node)
    .slice(0, MOST_OFFERED)
    .map(({ node }) => node);
}
