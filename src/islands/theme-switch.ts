import { COMFORTS } from '../messages/comforts.ts';
import { storedValue } from './stored-value.ts';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

// public/theme.js reads it before the first paint.
const stored = storedValue('theme');

function theme(): Theme {
  const set = document.documentElement.dataset['theme'];
  return THEMES.find((name) => name === set) ?? 'system';
}

function setTheme(next: Theme): void {
  if (next === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = next;
  stored.write(next);
}

/** Has the button of the header go through the themes. */
export function startThemeSwitch(): void {
  const button = document.getElementById('theme');
  if (button === null) return;
  const label = button.querySelector('span');
  const show = (): void => {
    const text = COMFORTS.theme(theme());
    if (label !== null) label.textContent = text;
    button.title = text;
  };
  button.addEventListener('click', () => {
    setTheme(THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length] ?? 'system');
    show();
  });
  show();
}
