import { element } from './element.ts';

/** How long it stays. Milliseconds. */
const STAYS = 2000;

let shown: HTMLElement | null = null;

/** Shows for a moment what a key did that changes nothing in sight. Screen readers are told by `announce`. */
export function showToast(text: string): void {
  shown?.remove();
  const toast = element('p', 'toast', text);
  toast.setAttribute('aria-hidden', 'true');
  document.body.append(toast);
  shown = toast;
  setTimeout(() => toast.remove(), STAYS);
}
