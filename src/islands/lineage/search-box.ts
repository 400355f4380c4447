import { type Completion, completeSelection } from '../../lineage/selectors/complete-selection.ts';
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
  let told = host.state.select;
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
  /** Puts a completion in, and goes on from there. */
  const complete = ({ start, end }: Completion, text: string): void => {
    input.setRangeText(text, start, end, 'end');
    void offer();
  };
  /** Completions of an expression: what is typed is no plain name. */
  const offerWords = async (): Promise<void> => {
    const data = await host.loadSelectables();
    const typed = input.value;
    if (data === null || isPlainName(typed)) return;
    const cursor = input.selectionStart ?? typed.length;
    const completion = completeSelection(typed, cursor, data.graph, data.facts);
    show(
      completion.items.slice(0, MOST_OFFERED).map((text, index) =>
        make(
          'li',
          {
            attributes: { role: 'option', id: `lx-offer-${index}` },
            on: {
              pointerdown: (event) => {
                event.preventDefault();
                complete(completion, text);
              },
            },
          },
          document.createTextNode(text),
        ),
      ),
    );
    takeOption = (index) => {
      const text = completion.items[index];
      if (text !== undefined) complete(completion, text);
    };
  };
  let takeOption = (_index: number): void => undefined;
  const show = (options: readonly HTMLElement[]): void => {
    at = -1;
    input.removeAttribute('aria-activedescendant');
    offered.replaceChildren(...options);
    offered.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(options.length > 0));
  };
  const offer = async (): Promise<void> => {
    if (!isPlainName(input.value)) return offerWords();
    const found = matches(host, input.value);
    takeOption = (index) => {
      const node = found[index];
      if (node !== undefined) take(node);
    };
    show(
      found.map((node, index) => {
        return make(
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
      }),
    );
  };
  input.addEventListener('input', () => void offer());
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
      if (at >= 0) takeOption(at);
      else submit();
    }
  });
  input.addEventListener('blur', close);
  const clear = button(
    LINEAGE.select.clear,
    () => {
      input.value = '';
      host.change({ select: '', folded: [], node: null });
      // The button goes, and whoever works by keyboard would be nowhere.
      input.focus();
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
      // What somebody is typing stays, unless they went back to another selection.
      if (document.activeElement !== input || host.state.select !== told)
        input.value = host.state.select;
      told = host.state.select;
      const { error } = host.selected;
      // The place that is wrong, where somebody is at work on it.
      if (error !== null && document.activeElement === input)
        input.setSelectionRange(error.start, Math.max(error.end, error.start + 1));
      clear.hidden = host.state.select === '' && host.state.folded.length === 0;
      input.setAttribute('aria-invalid', String(host.selected.error !== null));
    },
  };
}

/** Nodes whose names hold what was typed: those that begin with it first, then the shorter ones. */
function matches({ data }: Host, typed: string): number[] {
  const text = typed.trim().toLowerCase();
  if (text === '') return [];
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

/** One word without an operator or a method: names are offered, with what they are. */
function isPlainName(typed: string): boolean {
  return !/[\s+@,:]/.test(typed.trim());
}
