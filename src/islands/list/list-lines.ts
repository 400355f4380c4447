import type { Arrangement } from '../../view/list/arrange-list.ts';
import type { ListItem } from '../../view/list/list-item.ts';

/** A line of a list as it is drawn: the heading of a group, or a row. */
export type ListLine = GroupLine | RowLine;

export interface GroupLine {
  readonly kind: 'group';
  /** Tells lines apart, from one drawing to the next. */
  readonly key: string;
  readonly title: string;
  /** Which group of the list, from 0. */
  readonly group: number;
  readonly count: number;
  readonly isFolded: boolean;
}

export interface RowLine {
  readonly kind: 'row';
  readonly key: string;
  readonly group: number;
  readonly item: ListItem;
}

/** The lines of an arrangement; of folded groups only the heading is left. */
export function listLines(
  { groups }: Arrangement,
  isFolded: (title: string) => boolean,
): ListLine[] {
  const lines: ListLine[] = [];
  for (const [group, { title, items }] of groups.entries()) {
    const isHidden = title !== '' && isFolded(title);
    if (title !== '') {
      const key = `${title}\n${items.length}${isHidden ? ' folded' : ''}`;
      lines.push({ kind: 'group', key, title, group, count: items.length, isFolded: isHidden });
    }
    if (isHidden) continue;
    for (const item of items)
      lines.push({ kind: 'row', key: `${title}\n\n${item.uniqueId}`, group, item });
  }
  return lines;
}
