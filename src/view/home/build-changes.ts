import { HOME } from '../../messages/home.ts';
import { OVER_TIME } from '../../messages/over-time.ts';
import { compareText } from '../../project/order.ts';
import type { PastFreshness, PastResult } from '../../runs/history.ts';
import { lastChange } from '../../runs/last-change.ts';
import { isOnMainTarget } from '../../runs/main-target.ts';
import type { RunSummary } from '../../runs/run.ts';
import { commandKey } from '../../runs/same-command.ts';
import { slowdown } from '../../runs/slowdown.ts';
import { turns } from '../../runs/streak.ts';
import type { ViewContext } from '../context.ts';
import { formatDuration } from '../format-duration.ts';
import { timeOf } from '../resource/past.ts';
import { resultHref } from '../result-place.ts';
import type { ChangeGroup, ChangeRow, ChangesView } from './changes-view.ts';

const WORDS = HOME.changes;
/** Rows of a group; the page of the run has all. */
const MOST_ROWS = 8;

type Found = { readonly [Key in ChangeGroup['key']]: ChangeRow[] };

/**
 * What the newest run on the main target changed, and the newest check of sources; null where there was none before
 * them. Only what they ran can have changed.
 */
export function buildChanges(context: ViewContext): ChangesView | null {
  const { history } = context;
  const onMain = history.runs.filter((run) => isOnMainTarget(run, history.target));
  const [newest, ...earlier] = onMain.filter(({ hasRun, tally }) => hasRun && tally.results > 0);
  const [checked, ...earlierChecks] = history.runs.filter(({ tally }) => tally.freshness > 0);
  // Beside the first run of all, nothing is known to have changed.
  if (earlier.length + earlierChecks.length === 0) return null;
  const found: Found = {
    failing: [],
    stale: [],
    slower: [],
    recovered: [],
    fresh: [],
    first: [],
    changed: [],
    removed: [],
  };
  if (newest !== undefined && earlier.length > 0) addResults(newest, earlier, found, context);
  if (checked !== undefined && earlierChecks.length > 0) addChecks(checked, found, context);
  return {
    runs: [newest, checked].flatMap((run, at) =>
      run === undefined || (at === 1 && run === newest)
        ? []
        : [
            {
              kind: 'run' as const,
              iso: run.startedAt ?? run.completedAt,
              label: run.command,
              href: context.links.runHref(run.id),
              note: null,
            },
          ],
    ),
    groups: GROUPS.flatMap(([key, status]) => groupOf(key, status, found[key])),
  };
}

/** In the order that they are told in. */
const GROUPS: readonly (readonly [key: ChangeGroup['key'], status: ChangeGroup['status']])[] = [
  ['failing', 'error'],
  ['stale', 'error'],
  ['slower', 'warn'],
  ['recovered', 'success'],
  ['fresh', 'success'],
  ['first', 'none'],
  ['changed', 'none'],
  ['removed', 'none'],
];

function groupOf(
  key: ChangeGroup['key'],
  status: ChangeGroup['status'],
  rows: readonly ChangeRow[],
): ChangeGroup[] {
  if (rows.length === 0) return [];
  const sorted = rows.toSorted((a, b) => compareText(a.link.uniqueId, b.link.uniqueId));
  return [
    {
      key,
      title: WORDS.groups[key],
      status,
      rows: sorted.slice(0, MOST_ROWS),
      leftOut: Math.max(0, rows.length - MOST_ROWS),
    },
  ];
}

function addResults(
  newest: RunSummary,
  earlier: readonly RunSummary[],
  found: Found,
  context: ViewContext,
): void {
  const { history, project, links, slowdownLimits } = context;
  for (const id of history.idsOf(newest.id)) {
    const results = history.resultsOf(id);
    const [past] = results;
    if (past?.run.id !== newest.id) continue;
    const row = (text: string): ChangeRow => ({
      link: links.link(id),
      text,
      href: resultHref(past, context),
    });
    const [turn = null] = turns(results);
    if (turn === 'failed') found.failing.push(row(failedText(past)));
    if (turn === 'recovered') found.recovered.push(row(recoveredText(past, results)));
    const slower = slowdownLimits === null ? null : slowdown(results, slowdownLimits);
    if (slower?.kind === 'jump' && slower.since.run.id === newest.id) {
      const { now, usual } = slower;
      found.slower.push(row(WORDS.slower(formatDuration(now), formatDuration(usual))));
    }
    const parts = changedParts(past, results);
    if (parts.length > 0 && isBuilt(id)) found.changed.push(row(WORDS.changed(parts.join(', '))));
    if (results.length === 1 && turn === null && isBuilt(id))
      found.first.push(row(WORDS.first(past.result.status)));
  }
  const before = earlier.find((run) => commandKey(run) === commandKey(newest));
  for (const id of before === undefined ? [] : history.idsOf(before.id)) {
    if (!project.resources.has(id) && isBuilt(id))
      found.removed.push({ link: links.link(id), text: WORDS.removed, href: null });
  }
}

function addChecks(checked: RunSummary, found: Found, context: ViewContext): void {
  const { history, links } = context;
  for (const id of history.idsOf(checked.id)) {
    const checks = history.freshnessOf(id);
    const [past] = checks;
    if (past?.run.id !== checked.id) continue;
    const [turn = null] = turns(checks);
    if (turn === null) continue;
    const row = { link: links.link(id), text: ageText(past), href: resultHref(past, context) };
    (turn === 'failed' ? found.stale : found.fresh).push(row);
  }
}

/** Models, seeds and snapshots: what comes and goes with a change of the project; tests do so all the time. */
function isBuilt(id: string): boolean {
  return /^(?:model|seed|snapshot)\./.test(id);
}

/** What of a node was something else when it ran before; nothing where that isn't known. */
function changedParts(past: PastResult, results: readonly PastResult[]): string[] {
  const { fingerprint } = past.result;
  const change = fingerprint === null ? null : lastChange(results, fingerprint);
  return change?.kind === 'changed' && change.past === past
    ? change.parts.map((part) => OVER_TIME.parts[part])
    : [];
}

function failedText({ result: { status, failures } }: PastResult): string {
  return WORDS.failed(status, failures);
}

/** Which run recovered it, and since when it had failed. */
function recoveredText({ run }: PastResult, results: readonly PastResult[]): string {
  const failed = results.findIndex(({ result }, at) => at > 0 && result.kind === 'success');
  const first = results[(failed === -1 ? results.length : failed) - 1];
  const since = first === undefined ? null : timeOf(first);
  return WORDS.recovered(run.command, since === null ? null : since.slice(0, 10));
}

function ageText({ result: { age, status } }: PastFreshness): string {
  return age === null ? WORDS.status(status) : WORDS.age(formatDuration(age));
}
