import type { Query, QueryKind } from '../../tests/search/sample-queries.ts';
import type { RankedHit, Ranking } from './ranked-hit.ts';

/** How often what was wanted came first, and among the first five. */
export interface Score {
  readonly queries: number;
  readonly first: number;
  readonly firstFive: number;
  /** Queries that failed at 1, with what came instead. */
  readonly missed: readonly string[];
}

/** Asks each query. */
export async function judge(
  queries: readonly Query[],
  rank: Ranking,
  columnsOf: (id: string) => readonly string[],
): Promise<ReadonlyMap<QueryKind, Score>> {
  const scores = new Map<QueryKind, Score>();
  for (const { kind, text, wanted } of queries) {
    const hits = await rank(text);
    const at = hits.findIndex((hit) => wanted.some((id) => isHit(id, hit, columnsOf)));
    const before = scores.get(kind) ?? { queries: 0, first: 0, firstFive: 0, missed: [] };
    const instead = `${text} → ${hits[0]?.column ?? hits[0]?.ids[0] ?? 'nothing'} (${at + 1})`;
    scores.set(kind, {
      queries: before.queries + 1,
      first: before.first + (at === 0 ? 1 : 0),
      firstFive: before.firstFive + (at >= 0 && at < 5 ? 1 : 0),
      missed: at === 0 ? before.missed : [...before.missed, instead],
    });
  }
  return scores;
}

/** A column is found by itself, or by any resource that has it. */
function isHit(
  wanted: string,
  { ids, column }: RankedHit,
  columnsOf: (id: string) => readonly string[],
): boolean {
  const [id = '', wantedColumn] = wanted.split('#');
  if (wantedColumn === undefined) return column === null && ids[0] === id;
  const isColumn =
    column === wantedColumn || (column === null && columnsOf(ids[0] ?? '').includes(wantedColumn));
  return isColumn && (id === '' || ids[0] === id);
}

export function total(scores: Iterable<Score>): Score {
  let all: Score = { queries: 0, first: 0, firstFive: 0, missed: [] };
  for (const { queries, first, firstFive, missed } of scores) {
    all = {
      queries: all.queries + queries,
      first: all.first + first,
      firstFive: all.firstFive + firstFive,
      missed: [...all.missed, ...missed],
    };
  }
  return all;
}
