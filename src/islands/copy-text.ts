import { SHORTCUTS } from '../messages/shortcuts.ts';
import { announce } from './live-region.ts';

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
