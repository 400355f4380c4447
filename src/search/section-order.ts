import type { ColumnHit } from './column-index.ts';
import type { NameHit } from './name-index.ts';
import type { MatchKind } from './text-index.ts';

export type SectionName = 'names' | 'columns' | 'text';

/**
 * Which kind of result comes first: names that are what was typed or begin so, columns that are, names that hold it,
 * columns that do, texts that say it. What may be meant by a slip goes before texts that hold a part of it.
 */
export function sectionOrder(
  names: readonly Pick<NameHit, 'kind'>[],
  columns: readonly Pick<ColumnHit, 'kind'>[],
): readonly SectionName[] {
  const name = rank(names[0]?.kind, NAME_RANKS);
  const column = rank(columns[0]?.kind, COLUMN_RANKS);
  if (name === NOTHING)
    return column === NOTHING ? ['text', 'names', 'columns'] : ['columns', 'text', 'names'];
  return column < name ? ['columns', 'names', 'text'] : ['names', 'columns', 'text'];
}

type Ranks = Readonly<Record<Exclude<MatchKind, 'context'>, number>>;

const NAME_RANKS: Ranks = { exact: 0, prefix: 1, word: 3, part: 3, words: 3, parts: 3, slip: 5 };
const COLUMN_RANKS: Ranks = { exact: 2, prefix: 4, word: 4, part: 4, words: 4, parts: 4, slip: 6 };
const NOTHING = 7;

function rank(kind: MatchKind | undefined, ranks: Ranks): number {
  return kind === undefined || kind === 'context' ? NOTHING : ranks[kind];
}
