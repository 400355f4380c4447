import { OVER_TIME } from '../../messages/over-time.ts';
import type { PastFreshness } from '../../runs/history.ts';
import { currentStreak } from '../../runs/streak.ts';
import { type BarChartView, type Line, shareOf } from '../bar-chart.ts';
import { facts, textCell } from '../cells.ts';
import { statusView, type ViewContext } from '../context.ts';
import { formatDuration } from '../format-duration.ts';
import { formatTime } from '../format-time.ts';
import type { FreshnessView } from '../resource-page.ts';
import { resultHref } from '../result-place.ts';
import { criteriaText } from './facts.ts';

const WORDS = OVER_TIME;
/** Checks that a page lists. */
const MOST_CHECKS = 50;
/** Bars that fit beside each other. */
const MOST_BARS = 30;

/** How fresh a source was at each check, newest first; null when it was never checked. */
export function freshnessView(uniqueId: string, context: ViewContext): FreshnessView | null {
  const checks = context.history.freshnessOf(uniqueId);
  const [newest] = checks;
  if (newest === undefined) return null;
  const streak = currentStreak(checks);
  const criteria = criteriaText(newest.result);
  return {
    facts: facts([
      [
        streak?.kind === 'failing' ? WORDS.staleSince : WORDS.lateSince,
        streak === null
          ? null
          : {
              kind: 'run',
              iso: checkedAt(streak.since),
              label: streak.since.run.command,
              href: resultHref(streak.since, context),
              note: WORDS.checks(streak.count, streak.hasBegun),
            },
      ],
      [WORDS.table.criteria, criteria === null ? null : textCell(criteria)],
    ]),
    chart: chartOf(checks.slice(0, MOST_BARS).toReversed(), context),
    rows: checks.slice(0, MOST_CHECKS).map((check) => ({
      href: resultHref(check, context),
      runHref: context.links.runHref(check.run.id),
      command: check.run.command,
      status: statusView(check.result.status),
      checkedAt: checkedAt(check),
      maxLoadedAt: check.result.maxLoadedAt,
      age: check.result.age,
      criteria: criteriaText(check.result),
      error: check.result.error,
    })),
    leftOut: Math.max(0, checks.length - MOST_CHECKS),
  };
}

function checkedAt({ run, result }: PastFreshness): string | null {
  return result.snapshottedAt ?? run.completedAt ?? run.startedAt;
}

function chartOf(checks: readonly PastFreshness[], context: ViewContext): BarChartView | null {
  const ages = checks.flatMap(({ result }) => result.age ?? []);
  const newest = checks.at(-1)?.result;
  if (checks.length < 2 || ages.length === 0 || newest === undefined) return null;
  const warnAfter = seconds(newest.warnAfter);
  const errorAfter = seconds(newest.errorAfter);
  const oldest = Math.max(...ages);
  // A bound far above all ages would flatten them; one that is near shows how much time is left.
  const bounds = [warnAfter, errorAfter].filter((bound) => bound !== null && bound <= oldest * 4);
  const highest = Math.max(oldest, ...bounds.flatMap((bound) => bound ?? []));
  const line = (kind: Line['kind'], label: string, bound: number | null): Line[] =>
    bound === null || bound > highest
      ? []
      : [{ kind, label: `${label} ${formatDuration(bound)}`, share: shareOf(bound, highest) }];
  return {
    title: WORDS.chart.ages(checks.length),
    top: WORDS.chart.oldest(formatDuration(oldest)),
    bars: checks.map((check) => {
      const { age, status } = check.result;
      const at = checkedAt(check);
      return {
        share: age === null ? null : shareOf(age, highest),
        status: statusView(status),
        href: resultHref(check, context),
        title: WORDS.chart.bar(
          status,
          at === null ? WORDS.chart.unknownTime : formatTime(at),
          age === null ? WORDS.chart.unknownAge : formatDuration(age),
        ),
      };
    }),
    lines: [
      ...line('warn', WORDS.chart.warnAfter, warnAfter),
      ...line('error', WORDS.chart.errorAfter, errorAfter),
    ],
  };
}

const SECONDS: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400 };

/** A bound of dbt's (`{count: 12, period: hour}`) in seconds; null where there is none that makes sense. */
function seconds(bound: { readonly count: number; readonly period: string } | null): number | null {
  const unit = bound === null ? undefined : SECONDS[bound.period];
  return bound === null || unit === undefined ? null : bound.count * unit;
}
