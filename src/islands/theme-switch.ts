import { COMFORTS } from '../messages/comforts.ts';
import { storedValue } from './stored-value.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

// public/theme.js reads it before the first paint.
const stored = storedValue('theme');

/** The theme that is chosen; `system` where none is. */
export function theme(): Theme {
  const set = document.documentElement.dataset['theme'];
  return THEMES.find((name) => name === set) ?? 'system';
}

/** Chooses a theme for this browser, and has the button of the header say so. */
export function setTheme(next: Theme): void {
  if (next === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = next;
  stored.write(next);
  showTheme();
}

function showTheme(): void {
  const button = document.getElementById('theme');
  if (button === null) return;
  const text = COMFORTS.theme(theme());
  button.title = text;
  button.querySelector('span')?.replaceChildren(text);
}

/** Has the button of the header go through the themes. */
export function startThemeSwitch(): void {
  document.getElementById('theme')?.addEventListener('click', () => {
    setTheme(THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length] ?? 'system');
  });
  showTheme();
}
