/** What a column is marked with that hasn't the mismatch of most. */
const OPPOSITES: Readonly<Record<string, string>> = {
  'not declared': 'declared',
  'not in the catalog': 'in the catalog',
};

/**
 * How the mismatches of columns are told, one entry a column: what holds for most of three or more is said once,
 * and the other columns get the marks.
 */
export function mismatchMarks(mismatches: readonly (string | null)[]): {
  readonly summary: string | null;
  readonly marks: readonly (string | null)[];
} {
  const total = mismatches.length;
  for (const [mismatch, opposite] of Object.entries(OPPOSITES)) {
    const count = mismatches.filter((other) => other === mismatch).length;
    if (total < 3 || count * 2 <= total) continue;
    if (count === total) {
      return { summary: `None of the columns is ${opposite}.`, marks: mismatches.map(() => null) };
    }
    return {
      summary: `${count} of ${total} columns are ${mismatch}; the others are marked.`,
      marks: mismatches.map((other) => (other === mismatch ? null : (other ?? opposite))),
    };
  }
  return { summary: null, marks: mismatches };
}
