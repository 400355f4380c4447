import { PALETTE } from '../../messages/palette.ts';
import { entryFinder, type EntryFinder } from './find-entries.ts';
import type { Entry, Group, Lines } from './palette-entry.ts';
import { paletteSources } from './palette-sources.ts';
import type { ShownGroup } from './palette-lines.ts';
import { paletteView } from './palette-view.ts';

/** The palette of a page. */
export interface Palette {
  /** @param typed what was typed while it was on its way */
  readonly open: (typed: string) => void;
  /** Fetches what it will need. */
  readonly prepare: () => void;
}

/** Lines that Page Up and Page Down pass. */
const PAGE = 8;
/** Screen readers are told how many lines there are when typing has paused. Milliseconds. */
const PAUSE = 500;
/** Lines of a list in the palette that are drawn. */
const MOST_LINES = 100;

/** @param home URL of the site's first page */
export function makePalette(home: string): Palette {
  let scope: { readonly title: string; readonly find: EntryFinder; readonly query: string } | null =
    null;
  let pause: ReturnType<typeof setTimeout> | undefined;
  /** What Enter is to do as soon as names are there. */
  let waiting: { readonly isNewTab: boolean } | null = null;

  const sources = paletteSources(home, () => {
    if (!view.dialog.open) return;
    show(true);
    if (waiting !== null && sources.names !== 'loading') takeActive(waiting.isNewTab);
  });
  const view = paletteView(take, leaveScope);
  const { dialog, input } = view;
  document.body.append(dialog);

  function groups(): ShownGroup[] {
    const query = input.value;
    if (scope !== null) {
      const { entries, total } = scope.find(query, MOST_LINES);
      return [{ title: '', entries, total }];
    }
    const found = sources.find(query).map(shownGroup);
    return query.trim() === '' ? found : [...found, ...everything(query.trim())];
  }

  function everything(query: string): ShownGroup[] {
    const page = document.querySelector<HTMLAnchorElement>('.header a.search');
    if (page === null) return [];
    const search = new URL(page.href);
    search.searchParams.set('q', query);
    const entry = {
      key: 'everything',
      label: PALETTE.everything(query),
      detail: '',
      glyph: 'search',
      does: search.href,
    };
    return [{ title: '', entries: [entry], total: 0 }];
  }

  function show(isMore: boolean): void {
    const shown = groups();
    view.show(shown, input.value, isMore);
    const count = shown.reduce(
      (sum, { entries, total }) => sum + Math.min(entries.length, total),
      0,
    );
    const isTyped = input.value.trim() !== '' && scope === null;
    const isLoading = isTyped && sources.names === 'loading';
    if (isLoading) view.note(PALETTE.loading);
    else if (isTyped && sources.names === 'failed') view.note(PALETTE.failed);
    else view.note(count === 0 ? PALETTE.nothing : '');
    clearTimeout(pause);
    if (isLoading) return;
    pause = setTimeout(() => {
      view.say(count === 0 ? PALETTE.nothing : PALETTE.count(count));
    }, PAUSE);
  }

  function take(entry: Entry, isNewTab: boolean): void {
    const { does } = entry;
    if (typeof does === 'object') return enterScope(does);
    if (typeof does === 'string' && isNewTab) {
      open(does, '_blank', 'noopener');
      return;
    }
    dialog.close();
    if (typeof does === 'string') location.assign(does);
    else does();
  }

  function takeActive(isNewTab: boolean): void {
    waiting = null;
    if (view.active !== null) take(view.active, isNewTab);
  }

  function enterScope({ title, entries }: Lines): void {
    scope = { title, find: entryFinder(entries), query: input.value };
    view.scope(title);
    input.value = '';
    show(false);
  }

  /** Where the caret can't go further to the right, that leads to what can be done with the chosen line. */
  function enterActions(): boolean {
    const isAtEnd = input.selectionStart === input.value.length;
    const actions = isAtEnd && view.active !== null ? sources.actionsOf(view.active) : null;
    if (actions === null || scope !== null) return false;
    enterScope(actions);
    return true;
  }

  function leaveScope(): void {
    if (scope === null) return;
    input.value = scope.query;
    scope = null;
    view.scope(null);
    show(false);
    input.focus();
  }

  input.addEventListener('input', (event) => {
    waiting = null;
    // Letters of a character that is still being composed are none yet.
    if (event instanceof InputEvent && event.isComposing) return;
    show(false);
  });
  input.addEventListener('compositionend', () => show(false));
  dialog.addEventListener('keydown', (event) => {
    const { key, isComposing, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (isComposing || key === 'Process') return;
    const isHeld = ctrlKey || metaKey;
    if (isHeld && key.toLowerCase() === 'k') dialog.close();
    else if (event.target !== input || altKey) return;
    else if (key === 'Enter') {
      // Names that are on their way may be what was meant.
      if (input.value.trim() !== '' && scope === null && sources.names === 'loading')
        waiting = { isNewTab: isHeld };
      else takeActive(isHeld);
    } else if (key === 'Escape' && scope !== null) leaveScope();
    else if (key === 'Backspace' && scope !== null && input.value === '') leaveScope();
    else if (isHeld || shiftKey) return;
    else if (key === 'ArrowDown') view.move(1);
    else if (key === 'ArrowUp') view.move(-1);
    else if (key === 'PageDown') view.move(PAGE);
    else if (key === 'PageUp') view.move(-PAGE);
    else if (key === 'ArrowRight' && enterActions()) return event.preventDefault();
    else if (key === 'ArrowLeft' && scope !== null && input.value === '') leaveScope();
    else if (key === 'Home') view.move(0, 'start');
    else if (key === 'End') view.move(0, 'end');
    else return;
    event.preventDefault();
  });
  dialog.addEventListener('close', () => {
    clearTimeout(pause);
    waiting = null;
    // Nothing is looked for any more.
    sources.find('');
    view.say('');
  });

  return {
    prepare: sources.prepare,
    open(typed) {
      if (dialog.open) return;
      sources.prepare();
      sources.refresh();
      scope = null;
      view.scope(null);
      input.value = typed;
      show(false);
      dialog.showModal();
      input.focus();
    },
  };
}

function shownGroup({ name, entries, total }: Group): ShownGroup {
  return { title: PALETTE.groups[name], entries, total };
}
