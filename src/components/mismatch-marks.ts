import { RESOURCE } from '../messages/resource.ts';

const WORDS = RESOURCE.columns;

/** What a column is marked with that hasn't the mismatch of most. */
const OPPOSITES: Readonly<Record<string, string>> = {
  [WORDS.notDeclared]: WORDS.isDeclared,
  [WORDS.notInCatalog]: WORDS.inCatalog,
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
      return { summary: WORDS.noneIs(opposite), marks: mismatches.map(() => null) };
    }
    return {
      summary: WORDS.mostAre(count, total, mismatch),
      marks: mismatches.map((other) => (other === mismatch ? null : (other ?? opposite))),
    };
  }
  return { summary: null, marks: mismatches };
}
