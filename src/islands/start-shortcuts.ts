import { SHORTCUTS } from '../messages/shortcuts.ts';
import { copyByKey } from './copy-text.ts';
import { keySequence } from './key-sequence.ts';
import {
  addShortcuts,
  allShortcuts,
  areSingleKeysOn,
  hasCommandKey,
  type Shortcut,
} from './shortcuts.ts';

/** Listens to the keyboard, on every page. */
export function startShortcuts(): void {
  const sequence = keySequence<Shortcut>();
  document.addEventListener('keydown', (event) => {
    const key = nameOf(event);
    if (key === null || event.defaultPrevented) return;
    const isHeld = key.startsWith('Mod+');
    if (!isHeld && (!areSingleKeysOn() || isTyping(event))) return;
    // What lies below a dialog that is open is out of reach.
    if (document.querySelector('dialog:modal') !== null) return;
    const found = sequence.press(key, event.timeStamp, allShortcuts());
    if (found === null || found === 'begun' || found.run === undefined) return;
    event.preventDefault();
    found.run();
  });
  addShortcuts([...goShortcuts(), ...pageShortcuts()]);
  for (const button of document.querySelectorAll<HTMLElement>('[data-shortcuts]')) {
    button.hidden = false;
    button.addEventListener('click', showDialog);
  }
}

/** The name of a key as shortcuts have it; null for what can't be one. */
function nameOf(event: KeyboardEvent): string | null {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
  if (isComposing || key === 'Process') return null;
  // On many keyboards [ and ] are typed with AltGr, which is Ctrl and Alt together.
  if (event.getModifierState('AltGraph')) return key;
  if (altKey || (ctrlKey && metaKey)) return null;
  if (!ctrlKey && !metaKey) return key;
  if (shiftKey || metaKey !== hasCommandKey()) return null;
  // Keyboards of other scripts have no Latin letters, but the keys where those would be.
  const letter = /^Key([A-Z])$/.exec(code)?.[1] ?? key;
  return `Mod+${(/^[a-z]$/i.test(key) ? key : letter).toLowerCase()}`;
}

function isTyping({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|button)$/.test(target.type);
  return target.isContentEditable || target.matches('textarea, select, [role="application"]');
}

/** `g` and a letter, for each link of the navigation that has one. */
function goShortcuts(): Shortcut[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('.sidebar a[data-go]')].map((link) => ({
    keys: ['g', link.dataset['go'] ?? ''],
    label: (link.querySelector('span') ?? link).textContent.trim(),
    section: 'go',
    run: () => location.assign(link.href),
  }));
}

function pageShortcuts(): Shortcut[] {
  const id = document.querySelector<HTMLElement>('main .under-title > .copyable > code');
  return [
    ...follow('[', 'prev', SHORTCUTS.previous),
    ...follow(']', 'next', SHORTCUTS.next),
    ...(id === null
      ? []
      : [
          {
            keys: ['y'],
            label: SHORTCUTS.copyId,
            section: 'page' as const,
            run: () => void copyByKey(id.innerText, id),
          },
        ]),
    { keys: ['?'], label: SHORTCUTS.show, section: 'everywhere', run: showDialog },
    { keys: ['Escape'], label: SHORTCUTS.escape, section: 'everywhere' },
  ];
}

function follow(key: string, rel: string, label: string): Shortcut[] {
  if (document.querySelector(`main a[rel="${rel}"]`) === null) return [];
  const run = (): void => {
    // A list that shows all of its rows has no pages any more.
    const link = document.querySelector<HTMLAnchorElement>(`main a[rel="${rel}"]`);
    if (link !== null) location.assign(link.href);
  };
  return [{ keys: [key], label, section: 'page', run }];
}

function showDialog(): void {
  void import('./shortcuts-dialog.ts').then(({ openShortcutsDialog }) => openShortcutsDialog());
}
