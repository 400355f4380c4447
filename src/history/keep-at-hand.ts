/**
 * Makes what is asked for, and keeps it for those who ask for the same soon after; what came first goes first.
 *
 * @param most what is kept weighs no more than this in sum, except that the newest is always kept
 */
export function keepAtHand<T>(
  most: number,
  weigh: (value: T) => number,
  make: (key: string) => T,
): (key: string) => T {
  const kept = new Map<string, T>();
  let weight = 0;
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    weight += weigh(made);
    for (const [name, value] of kept) {
      if (weight <= most) break;
      weight -= weigh(value);
      kept.delete(name);
    }
    kept.set(key, made);
    return made;
  };
}
