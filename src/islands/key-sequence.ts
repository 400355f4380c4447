/** A key, or several after each other, that do something: `/`, `g h`. With `Mod+` it is held with ⌘ or Ctrl. */
export interface Keys {
  /** As `KeyboardEvent.key` names them: `['g', 'h']`, `['Mod+k']`. */
  readonly keys: readonly string[];
}

/** How long a second key may take. Milliseconds. */
const PATIENCE = 1000;

/** Follows which keys were pressed. */
export interface KeySequence<T extends Keys> {
  /**
   * What a key completes; `begun` where it may become something with the next one; null where it means nothing.
   *
   * @param at when it was pressed, milliseconds
   */
  press(key: string, at: number, known: readonly T[]): T | 'begun' | null;
}

/** A sequence that nothing was pressed of. Of two that have the same keys, the newer one counts. */
export function keySequence<T extends Keys>(): KeySequence<T> {
  let before: string | null = null;
  let since = 0;
  return {
    press(key, at, known) {
      const first = before !== null && at - since <= PATIENCE ? before : null;
      before = null;
      const pressed = first === null ? [key] : [first, key];
      const complete = known.findLast(({ keys }) => isSame(keys, pressed));
      if (complete !== undefined) return complete;
      if (!known.some(({ keys }) => keys.length > 1 && keys[0] === key)) return null;
      before = key;
      since = at;
      return 'begun';
    },
  };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, at) => key === b[at]);
}
