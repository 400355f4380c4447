/** A body of a table: lines of one group, with what stands for those that are not drawn. */
export interface Block {
  /** Tells bodies apart, from one drawing to the next. */
  readonly key: string;
  readonly parts: readonly Part[];
}

export type Part =
  | { readonly kind: 'line'; readonly line: number }
  /** Lines that are not drawn, `to` not among them. */
  | { readonly kind: 'gap'; readonly from: number; readonly to: number };

/**
 * What is drawn of a long list: the lines from `from` up to `to`, and one more that is held wherever it is. A gap inside
 * of a group belongs to its body, another one stands between bodies.
 */
export function blocksOf(
  lines: readonly { readonly group: number }[],
  from: number,
  to: number,
  held: number | null,
): Block[] {
  const blocks: { key: string; group: number; parts: Part[] }[] = [];
  const add = (group: number, key: string, part: Part): void => {
    const last = blocks.at(-1);
    if (last?.group === group) last.parts.push(part);
    else blocks.push({ key, group, parts: [part] });
  };
  let next = 0;
  const skipTo = (line: number): void => {
    if (line <= next) return;
    const isInside = lines[next - 1]?.group === lines[line]?.group && next > 0;
    const group = isInside ? (lines[line]?.group ?? -1) : -1;
    const place = line === lines.length ? 'end' : next === 0 ? 'start' : 'middle';
    add(group, `gap-${place}`, { kind: 'gap', from: next, to: line });
    next = line;
  };
  for (const line of drawnLines(from, to, held, lines.length)) {
    skipTo(line);
    const group = lines[line]?.group ?? 0;
    add(group, `group-${group}`, { kind: 'line', line });
    next = line + 1;
  }
  skipTo(lines.length);
  return blocks;
}

function* drawnLines(
  from: number,
  to: number,
  held: number | null,
  count: number,
): Generator<number> {
  const isHeld = held !== null && held >= 0 && held < count;
  if (isHeld && held < from) yield held;
  for (let line = from; line < to; line++) yield line;
  if (isHeld && held >= to) yield held;
}
