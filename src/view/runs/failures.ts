import type { Run } from '../../runs/run.ts';
import { hasFailed, statusRank } from '../../runs/status.ts';
import { createBlocked } from '../blocked.ts';
import type { ViewContext } from '../context.ts';
import type { CompiledView, RunPageView, RunResultRow } from '../run-page.ts';

/** Failures that a page spells out; all of them are among the results. */
const MOST_FAILURES = 100;
/** Links to skipped resources under one failure. */
const MOST_BLOCKED = 50;
/** Characters of compiled SQL that a page shows in all; more would make it slow to open. */
const MOST_SQL = 60_000;

/** The failures that a page shows, each with where its result stands: on this page or a later one. */
export function failuresOf(
  run: Run,
  rows: readonly RunResultRow[],
  resultHref: (uniqueId: string) => string,
  context: ViewContext,
): Pick<RunPageView, 'failures' | 'failuresLeftOut'> {
  const failed = rows
    .filter(({ status }) => hasFailed(status.kind))
    .sort((a, b) => statusRank(a.status.kind) - statusRank(b.status.kind));
  const blockedBy = createBlocked(run, context.project);
  const compiledOf = createCompiled(run, context);
  const logged = new Set(run.log?.entries.map(({ uniqueId }) => uniqueId));
  return {
    failures: failed.slice(0, MOST_FAILURES).map((row) => {
      const blocked = blockedBy(row.link.uniqueId);
      return {
        ...row,
        resultHref: resultHref(row.link.uniqueId),
        compiled: compiledOf(row),
        isLogged: logged.has(row.link.uniqueId),
        blocked: context.links.links(blocked.slice(0, MOST_BLOCKED)),
        blockedCount: blocked.length,
        blockedLeftOut: Math.max(0, blocked.length - MOST_BLOCKED),
      };
    }),
    failuresLeftOut: Math.max(0, failed.length - MOST_FAILURES),
  };
}

/** Gives the SQL that failed, as the run has it, until the page is full; from then on a link to what the manifest has. */
function createCompiled(
  run: Run,
  { project }: ViewContext,
): (row: RunResultRow) => CompiledView | null {
  const ofRun = new Map(run.results.map((result) => [result.uniqueId, result.compiledCode]));
  let left = MOST_SQL;
  return ({ link }) => {
    const own = ofRun.get(link.uniqueId) ?? null;
    const resource = project.resources.get(link.uniqueId);
    if (own !== null && own.trim() !== '' && own.length <= left) {
      left -= own.length;
      return { code: own, language: resource?.language ?? 'sql' };
    }
    // A test that stands on the page of another node has no code of its own there.
    const hasPage = link.href !== null && !link.href.includes('#');
    const hasCode = (resource?.compiledCode ?? null) !== null;
    return hasPage && hasCode ? { href: `${link.href}#compiled` } : null;
  };
}
