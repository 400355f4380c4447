import { PALETTE } from '../../messages/palette.ts';
import { SHORTCUTS } from '../../messages/shortcuts.ts';
import { button, element } from '../element.ts';
import { hasCommandKey } from '../shortcuts.ts';
import type { Entry } from './palette-entry.ts';
import { groupOf, marker, optionOf, plain, type ShownGroup } from './palette-lines.ts';

/** The dialog, its input and its list, by the combobox pattern of the ARIA Authoring Practices. */
export interface PaletteView {
  readonly dialog: HTMLDialogElement;
  readonly input: HTMLInputElement;
  /** The line that is chosen by now. */
  readonly active: Entry | null;
  /**
   * Shows lines. The first is chosen, unless these are more of the same and another was chosen that is still there.
   *
   * @param marked what was typed
   */
  show(groups: readonly ShownGroup[], marked: string, isMore: boolean): void;
  /** Chooses another line, from the chosen one or from an end. */
  move(step: number, from?: 'start' | 'end'): void;
  /** Names what the lines are a part of; null for everything. */
  scope(title: string | null): void;
  /** A line under the list; empty for none. */
  note(text: string): void;
  /** Has screen readers say something. */
  say(text: string): void;
}

/** @param take called for a line that is clicked */
export function paletteView(
  take: (entry: Entry, isNewTab: boolean) => void,
  leave: () => void,
): PaletteView {
  const dialog = document.createElement('dialog');
  dialog.className = 'palette';
  dialog.setAttribute('aria-label', PALETTE.title);
  const input = makeInput();
  const scope = element('span', 'palette-scope');
  scope.hidden = true;
  const list = element('div', 'palette-list');
  list.id = 'palette-list';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', PALETTE.results);
  const note = element('p', 'palette-note');
  note.hidden = true;
  const status = element('p', 'sr');
  status.setAttribute('role', 'status');
  const close = button(SHORTCUTS.keyNames.Escape, PALETTE.close, () => dialog.close());
  close.className = 'palette-close';
  const icon = element('span', 'icon');
  icon.dataset['icon'] = 'search';
  dialog.append(
    element('div', 'palette-field', icon, scope, input, close),
    list,
    note,
    hints(),
    status,
    described(input),
  );

  let options: { readonly entry: Entry; readonly line: HTMLElement }[] = [];
  let at = -1;
  let hasChosen = false;
  const choose = (next: number): void => {
    options[at]?.line.setAttribute('aria-selected', 'false');
    at = next;
    const chosen = options[at]?.line;
    chosen?.setAttribute('aria-selected', 'true');
    if (chosen === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', chosen.id);
  };
  const lineOf = ({ target }: Event): number =>
    target instanceof Element
      ? options.findIndex(({ line }) => line === target.closest('[role="option"]'))
      : -1;
  // Not `pointerenter`: lines that come to lie under a mouse at rest aren't chosen.
  list.addEventListener('pointermove', (event) => {
    const pointed = lineOf(event);
    if (pointed === -1 || pointed === at) return;
    hasChosen = true;
    choose(pointed);
  });
  // The input keeps the focus.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  const press = (event: MouseEvent): void => {
    const pressed = options[lineOf(event)];
    if (pressed === undefined) return;
    event.preventDefault();
    take(pressed.entry, event.button === 1 || event.ctrlKey || event.metaKey);
  };
  list.addEventListener('click', press);
  list.addEventListener('auxclick', (event) => {
    if (event.button === 1) press(event);
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  scope.addEventListener('click', leave);

  return {
    dialog,
    input,
    get active() {
      return options[at]?.entry ?? null;
    },
    show(groups, marked, isMore) {
      if (!isMore) hasChosen = false;
      const before = hasChosen ? options[at]?.entry.key : undefined;
      options = [];
      const mark = marker(marked);
      list.replaceChildren(
        ...groups.map((group, number) => {
          const lines = group.entries.map((entry, place) => {
            const line = optionOf(
              entry,
              `palette-${number}-${place}`,
              group.total === 0 ? plain : mark,
            );
            options.push({ entry, line });
            return line;
          });
          return groupOf(group, number, lines);
        }),
      );
      input.setAttribute('aria-expanded', String(options.length > 0));
      at = -1;
      const kept = options.findIndex(({ entry }) => entry.key === before);
      choose(options.length === 0 ? -1 : Math.max(kept, 0));
      if (kept <= 0) list.scrollTop = 0;
      else options[at]?.line.scrollIntoView({ block: 'nearest' });
    },
    move(step, from) {
      const last = options.length - 1;
      if (last < 0) return;
      hasChosen = true;
      const start = from === 'start' ? 0 : from === 'end' ? last : at;
      // One step goes round; more of them end at the ends.
      const next = start + step;
      const isStep = Math.abs(step) === 1;
      choose(isStep ? (next + last + 1) % (last + 1) : Math.min(Math.max(next, 0), last));
      options[at]?.line.scrollIntoView({ block: 'nearest' });
    },
    scope(title) {
      scope.hidden = title === null;
      scope.textContent = title ?? '';
      input.setAttribute('aria-label', title === null ? PALETTE.input : PALETTE.inputIn(title));
      input.placeholder = title === null ? PALETTE.input : PALETTE.filter;
    },
    note(text) {
      note.textContent = text;
      note.hidden = text === '';
    },
    say(text) {
      if (status.textContent !== text) status.textContent = text;
    },
  };
}

function makeInput(): HTMLInputElement {
  const input = document.createElement('input');
  input.type = 'text';
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': 'palette-list',
    'aria-autocomplete': 'list',
    'aria-label': PALETTE.input,
    autocomplete: 'off',
    autocapitalize: 'off',
    autocorrect: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
    placeholder: PALETTE.input,
  }))
    input.setAttribute(name, value);
  return input;
}

/** Tells screen readers what the hints show. */
function described(input: HTMLInputElement): HTMLElement {
  const text = element('p', 'sr', PALETTE.toActions);
  text.id = 'palette-actions';
  text.hidden = true;
  input.setAttribute('aria-describedby', text.id);
  return text;
}

function hints(): HTMLElement {
  const { keyNames } = SHORTCUTS;
  const { move, open, tab, actions, close } = PALETTE.hints;
  const mod = hasCommandKey() ? keyNames.modMac : keyNames.modOther;
  const hint = (keys: readonly string[], text: string): HTMLElement =>
    element('span', '', ...keys.map((key) => element('kbd', '', key)), ` ${text}`);
  const foot = element(
    'div',
    'palette-hints',
    hint(['↑', '↓'], move),
    hint(['↵'], open),
    hint([mod, '↵'], tab),
    hint(['→'], actions),
    hint([keyNames.Escape], close),
  );
  foot.setAttribute('aria-hidden', 'true');
  return foot;
}
