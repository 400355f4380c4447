/**
 * How often search finds what was meant, first and among the first five, beside dbt docs' own rules on the same data: the
 * queries of `tests/search/sample-queries.ts` over the sample, and queries made by rules over the sample and any other
 * artifacts.
 *
 *     node scripts/search-quality.ts [--missed] [FOLDER …]
 *
 * Each FOLDER holds artifacts, or folders with artifacts.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  QUERY_KINDS,
  SAMPLE_QUERIES,
  type Query,
  type QueryKind,
} from '../tests/search/sample-queries.ts';
import { dbtDocsRanking } from './search/dbt-docs-ranking.ts';
import { judge, total, type Score } from './search/judge.ts';
import { loadContext } from './search/load-context.ts';
import { ourRanking } from './search/our-ranking.ts';
import { ruleQueries } from './search/rule-queries.ts';

const { values, positionals } = parseArgs({
  options: { missed: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const sample = fileURLToPath(new URL('../sample_artifacts', import.meta.url));
const hasManifest = (folder: string): boolean => existsSync(join(folder, 'manifest.json'));
const others = positionals.flatMap((folder) =>
  hasManifest(folder)
    ? [folder]
    : readdirSync(folder)
        .sort()
        .map((name) => join(folder, name))
        .filter(hasManifest),
);

const NAMES = ['ours', 'dbt docs'] as const;
type Scores = Map<QueryKind, Score[]>;

async function ask(
  folder: string,
  queriesOf: (own: Query[]) => readonly Query[],
  all: readonly [Scores, Scores],
): Promise<void> {
  const context = await loadContext(folder);
  const queries = queriesOf(ruleQueries(context));
  const ours = await ourRanking(context);
  const columnsOf = (id: string): readonly string[] =>
    context.project.resources.get(id)?.columns.map(({ name }) => name.toLowerCase()) ?? [];
  for (const [at, rank] of [ours, dbtDocsRanking(context)].entries()) {
    for (const [kind, score] of await judge(queries, rank, columnsOf)) {
      const scores = all[at === 0 ? 0 : 1];
      scores.set(kind, [...(scores.get(kind) ?? []), score]);
    }
  }
}

function print(title: string, all: readonly [Scores, Scores]): void {
  console.log(`\n${title.padEnd(22)}${NAMES.map((name) => name.padStart(16)).join('')}`);
  const rows: [string, readonly [Score, Score]][] = [
    ...QUERY_KINDS.flatMap((kind): [string, readonly [Score, Score]][] =>
      all[0].has(kind)
        ? [[kind, [total(all[0].get(kind) ?? []), total(all[1].get(kind) ?? [])]]]
        : [],
    ),
    ['all', [total([...all[0].values()].flat()), total([...all[1].values()].flat())]],
  ];
  for (const [name, scores] of rows) {
    const cells = scores.map(({ queries, first, firstFive }) =>
      `${share(first, queries)} ${share(firstFive, queries)}`.padStart(16),
    );
    console.log(`${name.padEnd(14)}${String(scores[0].queries).padStart(8)}${cells.join('')}`);
  }
  if (values.missed)
    for (const [kind, scores] of all[0])
      for (const line of total(scores).missed) console.log(`  ${kind}: ${line}`);
}

function share(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)} %`.padStart(5);
}

const bySample: readonly [Scores, Scores] = [new Map(), new Map()];
await ask(sample, () => SAMPLE_QUERIES, bySample);
print('the sample, by hand', bySample);
const byRule: readonly [Scores, Scores] = [new Map(), new Map()];
for (const folder of [sample, ...others]) await ask(folder, (own) => own, byRule);
print(`by rule, ${others.length + 1} projects`, byRule);
console.log('\nqueries, then for each: first, among the first five');
