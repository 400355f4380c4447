import { SHORTCUTS } from '../messages/shortcuts.ts';
import { announce } from './live-region.ts';
import { showToast } from './toast.ts';

/**
 * Copies a text and says so to screen readers.
 *
 * @param shown where it stands on the page: selected, one keystroke from being copied, where the clipboard is denied
 * @returns whether it was copied
 */
export async function copyText(text: string, shown: Node | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (shown !== null) getSelection()?.selectAllChildren(shown);
    return false;
  }
  announce(SHORTCUTS.copied(text));
  return true;
}

/** Copies a text where no button says that it did. @param shown as for `copyText` */
export async function copyByKey(text: string, shown: Node | null): Promise<void> {
  if (await copyText(text, shown)) showToast(SHORTCUTS.copied(text));
}
