import { compareText } from '../../project/order.ts';
import { healthRank } from '../../health/health.ts';
import { healthWords } from '../../messages/health.ts';
import { LISTS } from '../../messages/lists.ts';
import { statusRank } from '../../runs/status.ts';
import { sortKey } from './list-cell.ts';
import { columnsOf } from './list-columns.ts';
import type { ListItem } from './list-item.ts';
import {
  groupingOf,
  GROUPINGS,
  type Grouping,
  type ListSort,
  type ListState,
} from './list-state.ts';
import { matching, type ListIndex } from './match-query.ts';
import { parseQuery } from './parse-query.ts';

/** The rows that are shown, in their order. */
export interface Arrangement {
  readonly groups: readonly ListGroup[];
  /** Different items that are shown; one that belongs to two groups counts once. */
  readonly count: number;
}

export interface ListGroup {
  /** Empty where rows stand in no group. */
  readonly title: string;
  readonly items: readonly ListItem[];
}

/** The order of a list before anyone sorts it: by section, then by name. A total order. */
export function compareItems(a: ListItem, b: ListItem): number {
  return (
    compareText(a.section, b.section) ||
    compareText(a.name, b.name) ||
    compareText(a.uniqueId, b.uniqueId)
  );
}

/** Filters, sorts and groups a list whose items are in its own order. */
export function arrange(index: ListIndex, state: ListState, collectionPath: string): Arrangement {
  return arranger(index, collectionPath)(state);
}

/** The same for one list again and again: it is sorted anew only when the sorting changes. */
export function arranger(
  index: ListIndex,
  collectionPath: string,
): (state: ListState) => Arrangement {
  let sortedBy: ListSort | null = null;
  let order: readonly ListItem[] = index.items;
  return ({ query, sort, ...state }) => {
    if (sort?.column !== sortedBy?.column || sort?.isDescending !== sortedBy?.isDescending) {
      order = sort === null ? index.items : sortItems(index.items, sort, collectionPath);
      sortedBy = sort;
    }
    const terms = parseQuery(query);
    const found = terms.length === 0 ? null : matching(index, terms);
    const rows = found === null ? order : inOrder(index.items, found, order);
    return { groups: group(rows, groupingOf({ ...state, query, sort })), count: rows.length };
  };
}

function inOrder(
  items: readonly ListItem[],
  found: readonly number[],
  order: readonly ListItem[],
): ListItem[] {
  const inItsOwn = found.flatMap((at) => items[at] ?? []);
  if (order === items) return inItsOwn;
  const isFound = new Set(inItsOwn);
  return order.filter((item) => isFound.has(item));
}

/** What a list can be grouped by: what puts its items into more than one group. */
export function groupingsOf(items: readonly ListItem[]): Grouping[] {
  return GROUPINGS.filter((grouping) => {
    if (grouping === 'none') return true;
    let first: string | null = null;
    for (const item of items) {
      for (const { title } of groupKeys(item, grouping)) {
        if (first !== null && title !== first) return true;
        first = title;
      }
    }
    return false;
  });
}

/** Sorts by a column, unknown values last in both directions; equal ones stay in the order that they had. */
export function sortItems(
  items: readonly ListItem[],
  { column, isDescending }: ListSort,
  collectionPath: string,
): ListItem[] {
  const chosen = columnsOf(collectionPath).find((ranked) => ranked.column.id === column)?.column;
  const keyed = items.map((item) => ({
    item,
    key: chosen === undefined ? item.name.toLowerCase() : sortKey(chosen.cell(item)),
  }));
  const direction = isDescending ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    return direction * compareKeys(a.key, b.key);
  });
  return keyed.map(({ item }) => item);
}

function compareKeys(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b));
}

interface GroupKey {
  readonly title: string;
  /** Groups go by this. */
  readonly order: string;
}

function group(items: readonly ListItem[], grouping: Grouping): ListGroup[] {
  if (grouping === 'none') return items.length === 0 ? [] : [{ title: '', items }];
  const groups = new Map<string, { order: string; items: ListItem[] }>();
  for (const item of items) {
    for (const { title, order } of groupKeys(item, grouping)) {
      const known = groups.get(title);
      if (known === undefined) groups.set(title, { order, items: [item] });
      else known.items.push(item);
    }
  }
  return [...groups]
    .sort(
      ([a, { order: orderOfA }], [b, { order: orderOfB }]) =>
        compareText(orderOfA, orderOfB) || compareText(a, b),
    )
    .map(([title, { items: inside }]) => ({ title, items: inside }));
}

/** After every text that a project can hold. */
const LAST = '\u{10ffff}';

function groupKeys(item: ListItem, grouping: Exclude<Grouping, 'none'>): readonly GroupKey[] {
  const none: GroupKey = { title: LISTS.groupOfNone[grouping], order: LAST };
  const named = (title: string | null | undefined): readonly GroupKey[] =>
    title === null || title === undefined || title === '' ? [none] : [{ title, order: title }];
  switch (grouping) {
    case 'section':
      // What lies in no folder comes first, as it does on the pages.
      return item.section === '' ? [{ title: '', order: '' }] : named(item.section);
    case 'tag':
      return item.tags.length === 0 ? [none] : item.tags.flatMap(named);
    case 'package':
      return named(item.packageName);
    case 'type':
      return named(item.own.type);
    case 'severity':
      return named(item.own.severity);
    case 'status':
      return item.status === null
        ? [none]
        : [
            {
              title: item.status.word,
              order: `${statusRank(item.status.kind)} ${item.status.word}`,
            },
          ];
    case 'health':
      return item.health === null
        ? [none]
        : [{ title: healthWords.states[item.health], order: String(healthRank(item.health)) }];
    case 'owner':
    case 'group':
    case 'access':
    case 'schema':
    case 'materialized':
      return named(item[grouping]);
  }
}
