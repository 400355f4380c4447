/** How high the lines of a long list are, as far as anyone has seen, and so where each begins. Pixels. */
export interface LineHeights {
  /** Where a line begins, from the beginning of the list; of the number of lines: how high all are. */
  startOf(line: number): number;
  /** The line that a place lies in; the first or the last for places before or behind the list. */
  lineAt(place: number): number;
  /** Notes how high a line is. */
  measure(line: number, height: number): void;
}

/** Heights of lines that nobody has seen yet: each is taken for `guess(line)`. */
export function lineHeights(count: number, guess: (line: number) => number): LineHeights {
  const heights = Float64Array.from({ length: count }, (_, line) => guess(line));
  const starts = new Float64Array(count + 1);
  // Starts up to this line are right.
  let known = 0;
  const startOf = (line: number): number => {
    const to = Math.min(Math.max(line, 0), count);
    for (; known < to; known++) starts[known + 1] = (starts[known] ?? 0) + (heights[known] ?? 0);
    return starts[to] ?? 0;
  };
  return {
    startOf,
    lineAt(place) {
      startOf(count);
      let low = 0;
      let high = count - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= place) low = middle;
        else high = middle - 1;
      }
      return low;
    },
    measure(line, height) {
      if (line < 0 || line >= count || heights[line] === height) return;
      heights[line] = height;
      known = Math.min(known, line);
    },
  };
}
