import type { Column } from './column.ts';

/** Lists, rules and coverage ask for the same, some for each owner and tag. */
const counted = new WeakMap<readonly Column[], number>();

/** How many columns of a resource the project describes. */
export function describedColumns(columns: readonly Column[]): number {
  const known = counted.get(columns);
  if (known !== undefined) return known;
  const count = columns.filter(({ description }) => description.trim() !== '').length;
  counted.set(columns, count);
  return count;
}
