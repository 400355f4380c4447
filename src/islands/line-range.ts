/** Lines that an address names: `#L12`, `#compiled-L12-L20`. Both ends are included, and `from` is never after `to`. */
export interface ChosenLines {
  /** What stands before a line's number in its anchor: `L`, `compiled-L`. */
  readonly anchor: string;
  readonly from: number;
  readonly to: number;
}

/** The lines that a hash names; null for any other hash. */
export function chosenLines(hash: string): ChosenLines | null {
  const match = /^#((?:[a-z]+-)?L)(\d{1,7})(?:-L?(\d{1,7}))?$/.exec(hash);
  if (match === null) return null;
  const [, anchor = '', first = '', last = first] = match;
  const a = Number(first);
  const b = Number(last);
  return a < 1 || b < 1 ? null : { anchor, from: Math.min(a, b), to: Math.max(a, b) };
}

/** The hash of one line, or of a range. */
export function lineHash(anchor: string, a: number, b: number): string {
  const from = Math.min(a, b);
  const to = Math.max(a, b);
  return from === to ? `#${anchor}${from}` : `#${anchor}${from}-L${to}`;
}
