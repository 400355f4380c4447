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

/** Adds shortcuts of a page or of all pages. Those that are added later go before equal ones. */
export function addShortcuts(shortcuts: readonly Shortcut[]): void {
  known.push(...shortcuts);
}

/** Every shortcut that this page has, in the order of the dialog: of those with the same keys that do something, the newest. */
export function allShortcuts(): readonly Shortcut[] {
  const newest = new Map(known.map((shortcut) => [shortcut.keys.join(' '), shortcut]));
  return known.filter(
    (shortcut) => shortcut.run === undefined || newest.get(shortcut.keys.join(' ')) === shortcut,
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
