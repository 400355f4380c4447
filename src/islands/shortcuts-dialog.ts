import { SHORTCUTS } from '../messages/shortcuts.ts';
import { element } from './element.ts';
import {
  allShortcuts,
  areSingleKeysOn,
  hasCommandKey,
  setSingleKeys,
  type Shortcut,
} from './shortcuts.ts';

const SECTIONS = ['page', 'go', 'everywhere'] as const;

/** Shows what the keys of this page do, and the switch that turns single keys off. */
export function openShortcutsDialog(): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'shortcuts';
  const title = element('h2', '', SHORTCUTS.title);
  title.id = 'shortcuts-title';
  dialog.setAttribute('aria-labelledby', title.id);
  const close = element('button', 'tool', SHORTCUTS.close);
  close.setAttribute('type', 'button');
  close.addEventListener('click', () => dialog.close());
  dialog.append(
    element('div', 'shortcuts-head', title, close),
    ...SECTIONS.flatMap(sectionOf),
    singleKeySwitch(),
  );
  // A click on what lies behind it closes it.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function sectionOf(section: (typeof SECTIONS)[number]): HTMLElement[] {
  const shortcuts = allShortcuts().filter((shortcut) => shortcut.section === section);
  if (shortcuts.length === 0) return [];
  const list = element('dl', '', ...shortcuts.map(entry));
  return [element('section', '', element('h3', '', SHORTCUTS.sections[section]), list)];
}

function entry({ keys, label }: Shortcut): HTMLElement {
  const names = keys.flatMap((key) => key.split('+').map(nameOf));
  const shown = names.flatMap((name, at) => [
    ...(at === 0 ? [] : [element('span', 'sr', ` ${SHORTCUTS.then} `)]),
    element('kbd', '', name),
  ]);
  return element('div', '', element('dt', '', ...shown), element('dd', '', label));
}

function nameOf(key: string): string {
  const { keyNames } = SHORTCUTS;
  if (key === 'Mod') return hasCommandKey() ? keyNames.modMac : keyNames.modOther;
  if (key === 'Escape' || key === 'Enter') return keyNames[key];
  return key;
}

function singleKeySwitch(): HTMLElement {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = areSingleKeysOn();
  box.addEventListener('change', () => setSingleKeys(box.checked));
  const note = element('small', 'muted', SHORTCUTS.singleNote);
  return element('label', 'shortcuts-switch', box, element('span', '', SHORTCUTS.single, note));
}
