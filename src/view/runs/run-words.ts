import { RUNS } from '../../messages/runs.ts';
import type { RunSummary } from '../../runs/run.ts';
import { isNoOp, statusKind } from '../../runs/status.ts';
import type { CountKey, ResultCount } from '../runs-page.ts';
import { RESULT_COUNTS } from '../runs-page.ts';
import type { StatusView } from '../status-view.ts';

/** What came of a run, in a word. */
export function runStatus({ kind, hasRun }: Pick<RunSummary, 'kind' | 'hasRun'>): StatusView {
  const word = kind === 'success' && !hasRun ? 'finished' : kind;
  return { word: RUNS.status[word], kind };
}

/** Results by how they ended, in the order of `RESULT_COUNTS`, zero counts left out. */
export function resultCounts(counts: Readonly<Partial<Record<CountKey, number>>>): ResultCount[] {
  return RESULT_COUNTS.map((key) => ({
    key,
    status: {
      word: RUNS.counts[key],
      kind: key === 'no_op' || key === 'reused' ? ('skipped' as const) : key,
    },
    count: counts[key] ?? 0,
  })).filter(({ count }) => count > 0);
}

/** The same of dbt's words: `{ pass: 3, 'no-op': 1 }`. */
export function countsOfWords(
  statuses: Readonly<Record<string, number>>,
): Partial<Record<CountKey, number>> {
  const counts: Partial<Record<CountKey, number>> = {};
  for (const [word, count] of Object.entries(statuses)) {
    const key = isNoOp(word) ? 'no_op' : word === 'reused' ? 'reused' : statusKind(word);
    counts[key] = (counts[key] ?? 0) + count;
  }
  return counts;
}
