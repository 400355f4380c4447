/** A row of a table whose rows stand for a tree, in the order of the tree. */
export interface FoldedRow {
  readonly depth: number;
  /** What words are looked for in, in lower case. */
  readonly text: string;
  /** True when what lies below it is out of sight. */
  readonly isFolded: boolean;
}

/**
 * Which rows are in sight. With words, those that contain them all, wherever they are folded away, and what they are
 * parts of; without, everything that no folded row hides.
 */
export function isShown(rows: readonly FoldedRow[], words: readonly string[]): boolean[] {
  return words.length === 0 ? unfolded(rows) : matching(rows, words);
}

function unfolded(rows: readonly FoldedRow[]): boolean[] {
  let hiddenBelow = Infinity;
  return rows.map(({ depth, isFolded }) => {
    if (depth > hiddenBelow) return false;
    hiddenBelow = isFolded ? depth : Infinity;
    return true;
  });
}

function matching(rows: readonly FoldedRow[], words: readonly string[]): boolean[] {
  const shown = rows.map(({ text }) => words.every((word) => text.includes(word)));
  // From the end: the next row above that is less deep than the last wanted one is what that is a part of.
  let wanted = 0;
  for (let at = rows.length - 1; at >= 0; at--) {
    const depth = rows[at]?.depth ?? 0;
    if (depth < wanted) shown[at] = true;
    if (shown[at] === true) wanted = depth;
  }
  return shown;
}
