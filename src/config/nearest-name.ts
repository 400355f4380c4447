/**
 * The known name that somebody probably meant.
 *
 * @returns null when none is near: more than a third of the letters would have to change, and none
 * begins like it
 */
export function nearestName(name: string, names: readonly string[]): string | null {
  const wanted = name.toLowerCase().replaceAll(/[-_]/g, '');
  let best: string | null = null;
  let bestDistance = Math.floor(Math.max(3, wanted.length) / 3) + 1;
  for (const candidate of names) {
    const known = candidate.toLowerCase().replaceAll(/[-_]/g, '');
    const isLonger = known.length >= 3 && (wanted.startsWith(known) || known.startsWith(wanted));
    const distance = isLonger ? 1 : editDistance(wanted, known);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** How many letters must be put in, taken out or replaced, or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : replaced;
      next.push(Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
