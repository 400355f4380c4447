import { COMFORTS } from '../../messages/comforts.ts';
import { PALETTE } from '../../messages/palette.ts';
import { SHORTCUTS } from '../../messages/shortcuts.ts';
import { copyByKey } from '../copy-text.ts';
import { announce } from '../live-region.ts';
import { allShortcuts, areSingleKeysOn, setSingleKeys } from '../shortcuts.ts';
import { showToast } from '../toast.ts';
import { setTheme, theme, THEMES, type Theme } from '../theme-switch.ts';
import type { Entry } from './palette-entry.ts';

const words = PALETTE.commands;

/** What can be done on this page: only what its markup offers. */
export function pageCommands(): Entry[] {
  return [...copyCommands(), ...linkCommands(), ...stepCommands(), ...filterCommand()];
}

function command(
  label: string,
  glyph: string,
  does: Entry['does'],
  more: Partial<Entry> = {},
): Entry {
  return { key: `command:${label}`, label, detail: '', glyph, does, ...more };
}

/** The ids and names under the title that have a copy button, and the page's own address. */
function copyCommands(): Entry[] {
  const buttons = document.querySelectorAll<HTMLElement>('main :is(.under-title, .bar) .copy');
  const copies = [...buttons].flatMap((button) => {
    const code = button.closest('.copyable')?.querySelector('code') ?? null;
    if (code === null) return [];
    const isId = button.closest('.under-title') !== null;
    return command(lowerSecond(button.title), 'copy', () => void copyByKey(code.innerText, code), {
      detail: code.innerText,
      keys: isId ? keysOf('y') : undefined,
      words: words.words.copy,
    });
  });
  const copyLink = (): void => void copyByKey(location.href, null);
  return [...copies, command(words.copyLink, 'copy', copyLink, { words: words.words.copy })];
}

/** `Copy Relation` in the middle of a sentence. */
function lowerSecond(title: string): string {
  return title.replace(/ \p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}

/** Other forms of the page, and where it can be seen elsewhere. */
function linkCommands(): Entry[] {
  const twin = (type: string, label: string, glyph: string): Entry[] => {
    const link = document.querySelector<HTMLLinkElement>(`link[rel="alternate"][type="${type}"]`);
    return link === null ? [] : [command(label, glyph, link.href, { words: words.words.twin })];
  };
  const lineage = document.querySelector<HTMLAnchorElement>('main .lineage-more a');
  const name = document.querySelector('.breadcrumbs [aria-current="page"]')?.textContent ?? '';
  const sources = document.querySelectorAll<HTMLAnchorElement>('main .under-title a:has(.icon)');
  const csv = document.querySelector<HTMLAnchorElement>('main [data-list] a[download]');
  return [
    ...(lineage === null
      ? []
      : [
          command(words.lineage(name.trim()), 'ty-semantic_model', lineage.href, {
            words: words.words.lineage,
          }),
        ]),
    ...twin('application/json', words.json, 'ty-macro'),
    ...twin('text/markdown', words.markdown, 'ty-analysis'),
    ...[...sources].map(({ textContent, href }) => command(textContent.trim(), 'external', href)),
    ...(csv === null ? [] : [command(words.csv, 'ty-seed', () => csv.click())]),
    ...twin('application/atom+xml', words.feed, 'ty-other'),
  ];
}

/** To the page, the resource or the run before and after. */
function stepCommands(): Entry[] {
  return (['prev', 'next'] as const).flatMap((rel) => {
    const link = document.querySelector<HTMLAnchorElement>(`main a[rel="${rel}"]`);
    if (link === null) return [];
    const name = link.querySelector('.name')?.textContent.trim() ?? '';
    const isPage = link.closest('.pagination') !== null;
    const own = (link.querySelector('small') ?? link).textContent.trim();
    const label = !isPage ? own : rel === 'prev' ? words.previousPage : words.nextPage;
    return command(label, rel === 'prev' ? 'left' : 'right', link.href, {
      detail: name,
      keys: keysOf(rel === 'prev' ? '[' : ']'),
    });
  });
}

/** The filter that `/` leads to, where the page has one. */
function filterCommand(): Entry[] {
  const shortcut = allShortcuts().find(
    ({ keys, section }) => section === 'page' && keys[0] === '/',
  );
  if (shortcut?.run === undefined) return [];
  const label = shortcut.label === SHORTCUTS.filter ? words.filter : shortcut.label;
  return [command(label, 'search', shortcut.run, { keys: keysOf('/'), words: words.words.filter })];
}

/** What can be done on any page. */
export function siteCommands(): Entry[] {
  const themes = THEMES.filter((name) => name !== theme()).map((name) =>
    command(words.theme[name], `theme-${name}`, () => chooseTheme(name), {
      words: words.words.theme,
    }),
  );
  const isOn = areSingleKeysOn();
  const map = allShortcuts().find(({ keys }) => keys[0] === '?')?.run;
  return [
    ...themes,
    ...(map === undefined
      ? []
      : [
          command(words.shortcuts, 'keyboard', map, {
            keys: keysOf('?'),
            words: words.words.shortcuts,
          }),
        ]),
    command(isOn ? words.singleOff : words.singleOn, 'keyboard', () => chooseSingleKeys(!isOn), {
      words: words.words.shortcuts,
    }),
  ];
}

function chooseTheme(name: Theme): void {
  setTheme(name);
  announce(COMFORTS.theme(name));
}

function chooseSingleKeys(isOn: boolean): void {
  setSingleKeys(isOn);
  const text = isOn ? words.singleIsOn : words.singleIsOff;
  announce(text);
  showToast(text);
}

/** No hint of a key that does nothing. */
function keysOf(key: string): readonly string[] | undefined {
  return areSingleKeysOn() ? [key] : undefined;
}
