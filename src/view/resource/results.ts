import { formatNumber } from '../../messages/format-number.ts';
import { OVER_TIME } from '../../messages/over-time.ts';
import type { Resource } from '../../project/resource.ts';
import type { PastResult } from '../../runs/history.ts';
import { turns } from '../../runs/streak.ts';
import { type BarChartView, shareOf } from '../bar-chart.ts';
import { facts, noneCell, textCell } from '../cells.ts';
import { statusView, type ViewContext } from '../context.ts';
import { formatDuration } from '../format-duration.ts';
import { formatTime } from '../format-time.ts';
import type { ResultRow, ResultsView } from '../resource-page.ts';
import { resultHref } from '../result-place.ts';
import type { Fact } from '../section.ts';
import {
  lastChangeOf,
  MOST_RESULTS,
  type Past,
  pastOf,
  runCell,
  sinceFact,
  slowdownText,
  timeOf,
  usualDuration,
} from './past.ts';

const WORDS = OVER_TIME;
/** Bars that fit beside their labels. */
const MOST_BARS = 30;

/** What came of a resource in runs, and what these say together; null when no outcome is known. */
export function resultsView(resource: Resource, context: ViewContext): ResultsView | null {
  const { uniqueId } = resource;
  const every = context.history.everyResultOf(uniqueId);
  if (every.length === 0) return null;
  const past = pastOf(uniqueId, context);
  const isTest = resource.resourceType === 'test' || resource.resourceType === 'unit_test';
  return {
    facts: [...pastFacts(past, isTest, context), ...changeFacts(resource, past, context)],
    slowdown: slowdownOf(past, context),
    chart: chartOf(past, context),
    how: howTold(past, isTest, context),
    rows: rowsOf(every, past, context),
    leftOut: Math.max(0, every.length - MOST_RESULTS),
  };
}

function pastFacts(past: Past, isTest: boolean, context: ViewContext): Fact[] {
  const { rate, lastSuccess, flakiness } = past;
  if (rate.runs === 0) return [];
  const usual = isTest ? null : usualDuration(past);
  const since = sinceFact(past, context);
  const others = facts([
    [
      WORDS.lastSuccess,
      lastSuccess === null ? noneCell(WORDS.noSuccess) : runCell(lastSuccess, context),
    ],
    [WORDS.failed, textCell(rateText(rate))],
    [
      WORDS.flaky,
      isTest && flakiness.runs > 1 ? textCell(WORDS.flips(flakiness.flips, flakiness.runs)) : null,
    ],
    [WORDS.usual, usual === null ? null : { kind: 'duration', seconds: usual }],
  ]);
  return since === null ? others : [since, ...others];
}

function changeFacts(resource: Resource, past: Past, context: ViewContext): Fact[] {
  const change = lastChangeOf(resource, past);
  if (change === null) return [];
  const { label, note } = WORDS.lastChange[change.kind];
  const parts = change.kind === 'unchanged' ? [] : change.parts.map((part) => WORDS.parts[part]);
  return [{ label, value: runCell(change.past, context, note(parts.join(', '))) }];
}

function rateText({ failures, runs }: Past['rate']): string {
  const percent = (failures / runs) * 100;
  return WORDS.failedOf(
    failures,
    runs,
    percent > 0 && percent < 1 ? '< 1' : formatNumber(Math.round(percent)),
  );
}

function slowdownOf({ slowdown }: Past, context: ViewContext): ResultsView['slowdown'] {
  if (slowdown === null) return null;
  return {
    title: WORDS.slower,
    text: slowdownText(slowdown),
    since: [{ label: WORDS.slowSince, value: runCell(slowdown.since, context) }],
  };
}

function chartOf(past: Past, context: ViewContext): BarChartView | null {
  const shown = past.results.slice(0, MOST_BARS).reverse();
  const times = shown.flatMap(({ result }) => result.executionTime ?? []);
  if (shown.length < 2 || times.length === 0) return null;
  const longest = Math.max(...times);
  const usual = usualDuration(past);
  return {
    title: WORDS.chart.durations(shown.length),
    top: WORDS.chart.longest(formatDuration(longest)),
    bars: shown.map((one) => {
      const { status, kind } = one.result;
      const executionTime = kind === 'skipped' ? null : one.result.executionTime;
      const at = timeOf(one);
      return {
        share: executionTime === null ? null : shareOf(executionTime, longest),
        status: statusView(status),
        href: resultHref(one, context),
        title: WORDS.chart.bar(
          status,
          at === null ? WORDS.chart.unknownTime : formatTime(at),
          executionTime === null ? WORDS.chart.unknownDuration : formatDuration(executionTime),
        ),
      };
    }),
    lines:
      usual === null || usual > longest
        ? []
        : [
            {
              label: `${WORDS.chart.median} ${formatDuration(usual)}`,
              share: shareOf(usual, longest),
              kind: 'usual',
            },
          ],
  };
}

/** What the figures are made of; nothing where there are none. */
function howTold({ rate }: Past, isTest: boolean, context: ViewContext): string[] {
  if (rate.runs === 0) return [];
  const { target } = context.history;
  const limits = context.slowdownLimits;
  return [
    ...(target.others.length === 0 ? [] : [WORDS.how.target(target.name)]),
    WORDS.how.rate(MOST_RESULTS),
    ...(isTest ? [WORDS.how.flips] : []),
    ...(limits === null ? [] : [WORDS.how.slower(limits.times, limits.seconds)]),
  ];
}

function rowsOf(every: readonly PastResult[], past: Past, context: ViewContext): ResultRow[] {
  const changes = turns(past.results);
  const turnOf = new Map(past.results.map(({ run }, at) => [run.id, changes[at] ?? null]));
  return every.slice(0, MOST_RESULTS).map((one) => {
    const { run, result } = one;
    return {
      href: resultHref(one, context),
      runHref: context.links.runHref(run.id),
      command: run.command,
      target: run.target,
      at: timeOf(one),
      status: statusView(result.status),
      turn: turnOf.get(run.id) ?? null,
      executionTime: result.executionTime,
      rowsAffected: result.rowsAffected,
      failures: result.failures,
      message: result.message,
    };
  });
}
