import { areSingleKeysOn } from '../shortcuts.ts';
import type { Entry } from './palette-entry.ts';

/** Of the parts that have no type, by the letter that leads there. */
const GLYPHS: ReadonlyMap<string, string> = new Map([
  ['h', 'ty-exposure'],
  ['r', 'run'],
  ['l', 'ty-semantic_model'],
  ['s', 'ty-test'],
]);

/** The parts of the site, as its navigation has them. */
export function sitePages(): Entry[] {
  const links = document.querySelectorAll<HTMLAnchorElement>(
    '#sidebar > div:not(.nav-links) > ul[aria-labelledby^="nav-"] > li > a',
  );
  return [...links].map((link) => {
    const group = link.closest('ul')?.getAttribute('aria-labelledby') ?? '';
    const type = [...link.classList].find((name) => name.startsWith('ty-'));
    const { go } = link.dataset;
    return {
      key: link.pathname,
      label: (link.querySelector('span') ?? link).textContent.trim(),
      detail: document.getElementById(group)?.textContent ?? '',
      glyph: type ?? GLYPHS.get(go ?? '') ?? 'ty-other',
      keys: go === undefined || !areSingleKeysOn() ? undefined : ['g', go],
      does: link.href,
    };
  });
}

/** The sections of this page. */
export function pageSections(): Entry[] {
  const links = document.querySelectorAll<HTMLAnchorElement>('main .toc a[href^="#"]');
  return [...links].map((link) => ({
    key: link.href,
    label: link.textContent.trim(),
    detail: '',
    glyph: 'down',
    does: link.href,
  }));
}
