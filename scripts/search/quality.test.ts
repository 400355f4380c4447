import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { QUERY_KINDS, SAMPLE_QUERIES, type QueryKind } from '../../tests/search/sample-queries.ts';
import { dbtDocsRanking } from './dbt-docs-ranking.ts';
import { judge, total } from './judge.ts';
import { loadContext } from './load-context.ts';
import { ourRanking } from './our-ranking.ts';

/** What must come first at least, of a hundred queries. */
const FLOOR: Readonly<Record<QueryKind, number>> = {
  exact: 100,
  prefix: 100,
  middle: 95,
  typo: 90,
  column: 100,
  phrase: 90,
  error: 85,
  pasted: 100,
};

describe('search over the sample', async () => {
  const context = await loadContext(
    fileURLToPath(new URL('../../sample_artifacts', import.meta.url)),
  );
  const columnsOf = (id: string): readonly string[] =>
    context.project.resources.get(id)?.columns.map(({ name }) => name.toLowerCase()) ?? [];
  const rank = await ourRanking(context);
  const scores = await judge(SAMPLE_QUERIES, rank, columnsOf);

  it.each(QUERY_KINDS)('finds what is meant by %s queries', (kind) => {
    const { queries = 0, first = 0, firstFive = 0, missed } = scores.get(kind) ?? {};
    expect((100 * first) / queries, missed?.join('\n')).toBeGreaterThanOrEqual(FLOOR[kind]);
    expect(firstFive, missed?.join('\n')).toBe(queries);
  });

  it('finds it more often than dbt docs does', async () => {
    const ours = total(scores.values());
    const theirs = total(
      (await judge(SAMPLE_QUERIES, dbtDocsRanking(context), columnsOf)).values(),
    );
    expect(ours.first - theirs.first).toBeGreaterThan(SAMPLE_QUERIES.length / 4);
  });
});
