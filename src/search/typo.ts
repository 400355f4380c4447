/**
 * Whether two words are the same but for one slip: a letter too much, one missing, one wrong, or two neighbours swapped.
 * Equal words are no slip apart.
 */
export function isOneSlipApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (at === short.length) return false;
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return (
    short[at] === long[at + 1] &&
    short[at + 1] === long[at] &&
    short.slice(at + 2) === long.slice(at + 2)
  );
}

/** Shorter words hold too little to tell a slip from another word. */
export const SHORTEST_WITH_SLIP = 4;

/**
 * How far a typed word is from a word of a name when one slip is forgiven: 0 for the whole word, 1 for its beginning;
 * null when it is neither.
 */
export function slipCost(typed: string, word: string): number | null {
  if (typed.length < SHORTEST_WITH_SLIP) return null;
  if (isOneSlipApart(typed, word)) return 0;
  // The beginning may be as long as what was typed, or differ from it by the letter that is too much or missing.
  for (const length of [typed.length, typed.length + 1, typed.length - 1]) {
    if (length < word.length && isOneSlipApart(typed, word.slice(0, length))) return 1;
  }
  return null;
}
