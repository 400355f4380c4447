import type { SHORTCUTS } from '../messages/shortcuts.ts';
import type { Keys } from './key-sequence.ts';
import { storedValue } from './stored-value.ts';

/** What keys do, and how the dialog says it. */
export interface Shortcut extends Keys {
  readonly label: string;
  readonly section: keyof typeof SHORTCUTS.sections;
  /** Without it the browser does it by itself, and the dialog only tells. */
  readonly run?: (() => void) | undefined;
}

const OFF = 'off';
const stored = storedValue('shortcuts');
const known: Shortcut[] = [];

/** Adds shortcuts of a page or of all pages. */
export function addShortcuts(shortcuts: readonly Shortcut[]): void {
  known.push(...shortcuts);
}

/**
 * Every shortcut that this page has. Of those with the same keys that do something there is one: what the page adds goes
 * before what all pages have, and what is added later before what was there.
 */
export function allShortcuts(): readonly Shortcut[] {
  const first = new Map<string, Shortcut>();
  for (const shortcut of known) {
    const keys = shortcut.keys.join(' ');
    const before = first.get(keys);
    if (before?.section !== 'page' || shortcut.section === 'page') first.set(keys, shortcut);
  }
  return known.filter(
    (shortcut) => shortcut.run === undefined || first.get(shortcut.keys.join(' ')) === shortcut,
  );
}

/** Whether keys without ⌘ or Ctrl do anything (WCAG 2.1.4: readers can turn them off). */
export function areSingleKeysOn(): boolean {
  return stored.read() !== OFF;
}

/** Turns keys without ⌘ or Ctrl on or off, for this browser. */
export function setSingleKeys(isOn: boolean): void {
  stored.write(isOn ? null : OFF);
}

/** Whether this is an Apple keyboard, whose ⌘ does what Ctrl does elsewhere. */
export function hasCommandKey(): boolean {
  return /Mac|iP(hone|ad|od)/.test(navigator.userAgent);
}
