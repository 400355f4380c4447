import { rankNames, typeRank, type NameIndex } from './name-index.ts';
import { normalText } from './normal-text.ts';
import {
  compareMatches,
  findTexts,
  indexTexts,
  type MatchKind,
  type TextIndex,
} from './text-index.ts';

/** The columns of all resources: each name once. */
export interface Columns {
  /** Different names as they are written, sorted. */
  readonly names: readonly string[];
  /** For each name the positions of the resources that have it, among the `Name`s, ascending. */
  readonly resources: readonly (readonly number[])[];
}

/** A column of one resource. */
export interface ColumnPlace {
  /** Position of the resource among the names. */
  readonly at: number;
  /** As this resource writes it. */
  readonly column: string;
}

export interface ColumnHit {
  /** As most resources write it. */
  readonly column: string;
  readonly kind: MatchKind;
  /** Where it is: the most used of what holds data first. */
  readonly places: readonly ColumnPlace[];
}

/** Columns made ready for queries that change with every key. Names that differ by case only are one column. */
export interface ColumnIndex {
  readonly columns: readonly Column[];
  readonly texts: TextIndex;
  readonly names: NameIndex;
}

interface Column {
  readonly name: string;
  readonly places: readonly ColumnPlace[];
}

/** Makes columns ready to be searched, once; spellings that differ by case alone are one column. */
export function indexColumns({ names, resources }: Columns, nameIndex: NameIndex): ColumnIndex {
  const byName = Map.groupBy(names.keys(), (column) => (names[column] ?? '').toLowerCase());
  const columns = [...byName.values()].map((spellings): Column => {
    const countOf = (column: number): number => resources[column]?.length ?? 0;
    const usual = [...spellings].sort((a, b) => countOf(b) - countOf(a) || a - b)[0] ?? 0;
    const places = spellings.flatMap((column) =>
      (resources[column] ?? []).map((at) => ({ at, column: names[column] ?? '' })),
    );
    return { name: names[usual] ?? '', places };
  });
  const texts = indexTexts(
    columns.map(({ name }) => ({ forms: [normalText(name)], id: '', context: '' })),
  );
  return { columns, texts, names: nameIndex };
}

/**
 * The columns that a query may mean, the most likely first: alone (`customer_id`), of a resource (`orders.customer_id`,
 * `orders customer_id`), or all of a resource (`orders.`).
 */
export function rankColumns(query: string, index: ColumnIndex, most = Infinity): ColumnHit[] {
  const bare = query.trim();
  const dot = bare.lastIndexOf('.');
  if (dot > 0) {
    const hits = ofResources(bare.slice(0, dot), bare.slice(dot + 1), index);
    return (hits.length > 0 ? hits : alone(bare, index, most)).slice(0, most);
  }
  const hits = alone(bare, index, most);
  if (hits.some(({ kind }) => kind !== 'slip')) return hits;
  for (const [owner, wanted] of readings(bare)) {
    const found = byColumn(ofResources(owner, wanted, index));
    if (found.length > 0) return found.slice(0, most);
  }
  return hits;
}

function alone(query: string, index: ColumnIndex, most: number): ColumnHit[] {
  return findTexts(query, index.texts)
    .flatMap((match) => {
      const column = index.columns[match.at];
      return column === undefined ? [] : [{ match, column }];
    })
    .sort(
      (a, b) =>
        compareMatches(a.match, b.match) ||
        a.column.name.length - b.column.name.length ||
        b.column.places.length - a.column.places.length ||
        a.match.at - b.match.at,
    )
    .slice(0, most)
    .map(({ match: { kind }, column: { name, places } }) => ({
      column: name,
      kind,
      places: sortPlaces(places, index.names),
    }));
}

/** How many resources the first part of `orders.customer_id` may mean. */
const MOST_OWNERS = 50;

/** Columns of the resources that a name may mean; all of them where no column is named. */
function ofResources(owner: string, wanted: string, index: ColumnIndex): ColumnHit[] {
  const owners = rankNames(owner, index.names, MOST_OWNERS);
  const rankOf = new Map(owners.map(({ at }, rank) => [at, rank]));
  const matches =
    wanted === ''
      ? index.columns.map((_, at) => ({ at, kind: 'prefix' as const, cost: 0 }))
      : findTexts(wanted, index.texts);
  return matches
    .sort(compareMatches)
    .flatMap(({ at, kind }) =>
      (index.columns[at]?.places ?? []).flatMap((place) => {
        const rank = rankOf.get(place.at);
        return rank === undefined ? [] : [{ place, kind, rank }];
      }),
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ place, kind }) => ({ column: place.column, kind, places: [place] }));
}

/** One hit for each column, with all that has it. */
function byColumn(hits: readonly ColumnHit[]): ColumnHit[] {
  return [...Map.groupBy(hits, ({ column }) => column.toLowerCase()).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ ...first, places: same.flatMap(({ places }) => places) }];
  });
}

/** What of several words may name a resource, and what its column. */
function readings(query: string): (readonly [owner: string, column: string])[] {
  const words = query.split(/\s+/).filter((word) => !FILLERS.has(word.toLowerCase()));
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length < 2) return [];
  return [
    [words.slice(0, -1).join(' '), last],
    [words.slice(1).join(' '), first],
  ];
}

const FILLERS: ReadonlySet<string> = new Set(['in', 'of', 'from', 'on']);

function sortPlaces(places: readonly ColumnPlace[], { names }: NameIndex): ColumnPlace[] {
  return [...places].sort((a, b) => {
    const [one, other] = [names[a.at], names[b.at]];
    if (one === undefined || other === undefined) return a.at - b.at;
    return (
      typeRank(one.resourceType) - typeRank(other.resourceType) ||
      other.uses - one.uses ||
      a.at - b.at
    );
  });
}
