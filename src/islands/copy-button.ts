import { COMFORTS } from '../messages/comforts.ts';
import { announce } from './live-region.ts';

/** How long a button says that it copied. Milliseconds. */
const PRAISE = 1500;

/** The command that fetches a file of this site from where it is served. */
function curlCommand(path: string): string {
  return `curl -s ${location.origin}${path}`;
}

async function copy(button: HTMLElement): Promise<void> {
  const { curl } = button.dataset;
  const code = button.closest('.copyable')?.querySelector('code') ?? null;
  const text = curl === undefined ? code?.innerText.replace(/\n$/, '') : curlCommand(curl);
  if (text === undefined) return;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // The clipboard is denied: the text is selected instead, one keystroke from being copied.
    if (code !== null) getSelection()?.selectAllChildren(code);
    return;
  }
  const label = [...button.childNodes];
  const tick = document.createElement('span');
  tick.className = 'icon';
  tick.dataset['icon'] = 'copied';
  button.replaceChildren(tick, COMFORTS.copied);
  announce(COMFORTS.copied);
  setTimeout(() => {
    button.replaceChildren(...label);
    announce('');
  }, PRAISE);
}

/** Has the copy buttons copy the code that they stand beside. */
export function startCopyButtons(): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('.copy') : null;
    if (button !== null) void copy(button);
  });
  for (const button of document.querySelectorAll<HTMLElement>('.copy')) {
    const { curl } = button.dataset;
    if (curl !== undefined) button.title = curlCommand(curl);
  }
}
