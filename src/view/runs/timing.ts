import { formatNumber } from '../../messages/format-number.ts';
import { RUN } from '../../messages/run.ts';
import type { Run } from '../../runs/run.ts';
import type { ExecutedNode } from '../../runs/timeline/executed-node.ts';
import { lanes } from '../../runs/timeline/lanes.ts';
import { slices } from '../../runs/timeline/slices.ts';
import type { Timeline } from '../../runs/timeline/timeline.ts';
import type { ViewContext } from '../context.ts';
import { formatDuration } from '../format-duration.ts';
import type {
  ConcurrencyView,
  CriticalPathView,
  ThreadRow,
  TimingTile,
  TimingView,
} from './timing-view.ts';

/** Steps of a critical path that a page names. */
const MOST_STEPS = 20;
const MOST_THREADS = 100;
const CHART_PARTS = 240;
const TABLE_PARTS = 12;

/** What made a run as long as it was; null when nothing was executed in it. */
export function timingView(run: Run, timeline: Timeline, context: ViewContext): TimingView | null {
  const { nodes, unknownCount, span } = timeline;
  if (nodes.size === 0) return null;
  const threads = threadRows(timeline, context);
  return {
    tiles: tilesOf(run, timeline, context),
    chart: chartOf(timeline),
    path: pathOf(timeline, context),
    threads: threads.slice(0, MOST_THREADS),
    threadsLeftOut: Math.max(0, threads.length - MOST_THREADS),
    note: unknownCount === 0 ? null : RUN.unknownNodes(unknownCount, nodes.size),
    barsHref: span === null ? null : `${context.links.runHref(run.id)}timeline.json`,
  };
}

/** So many seconds on top of what dbt measured want a word. */
const LONGER = 0.5;

function tilesOf(run: Run, timeline: Timeline, { links }: ViewContext): TimingTile[] {
  const { nodes, span, wallClock, criticalPath, concurrency, waiting, longest, latestStart } =
    timeline;
  const { tiles } = RUN;
  const isModel = longest?.uniqueId.startsWith('model.') ?? false;
  const offset = span === null ? null : ((latestStart?.start ?? span.start) - span.start) / 1000;
  const figure = (
    label: string,
    value: string | null,
    note: string,
    node: ExecutedNode | null = null,
  ): TimingTile => ({
    label,
    value: value ?? '—',
    note,
    link: node === null ? null : links.link(node.uniqueId),
  });
  const time = (seconds: number | null): string | null =>
    seconds === null ? null : formatDuration(seconds);
  const ofThreads = run.threads === null ? '' : tiles.ofThreads(run.threads);
  const hasUnknownEnd = [...nodes.values()].some(
    ({ start, end }) => start !== null && end === null,
  );
  const ofWallClock =
    wallClock === null || wallClock === 0
      ? ''
      : tiles.ofWallClock(RUN.share(criticalPath.seconds / wallClock));
  const measured =
    run.elapsed === null || wallClock === null || wallClock - run.elapsed < LONGER
      ? ''
      : tiles.measured(formatDuration(run.elapsed));
  return [
    figure(tiles.wallClock, time(wallClock), measured),
    figure(tiles.criticalPath, time(criticalPath.seconds), ofWallClock),
    figure(tiles.peak, span === null ? null : formatNumber(concurrency.peak), ofThreads),
    figure(
      tiles.average,
      concurrency.average === null ? null : formatNumber(concurrency.average),
      hasUnknownEnd ? tiles.unknownEnd : ofThreads,
    ),
    figure(
      isModel ? tiles.longest : tiles.longestNode,
      time(longest?.executionTime ?? null),
      '',
      longest,
    ),
    figure(tiles.latest, time(offset), '', latestStart),
    figure(
      tiles.waited,
      time(waiting.total),
      waiting.total === null
        ? ''
        : waiting.beforeFirst > 0
          ? tiles.beforeFirst(waiting.byId.size, formatDuration(waiting.beforeFirst))
          : tiles.allNodes(waiting.byId.size),
    ),
  ];
}

function chartOf({ span, concurrency }: Timeline): ConcurrencyView | null {
  if (span === null || span.end <= span.start || concurrency.steps.length === 0) return null;
  const { start, end } = span;
  const seconds = (at: number): number => rounded((at - start) / 1000);
  return {
    peak: concurrency.peak,
    duration: seconds(end),
    parts: slices(concurrency.steps, span, CHART_PARTS).map(({ peak }) => peak),
    rows: slices(concurrency.steps, span, TABLE_PARTS).map(({ from, to, average, peak }) => ({
      from: seconds(from),
      to: seconds(to),
      average: Math.round(average * 100) / 100,
      peak,
    })),
  };
}

function pathOf(
  { criticalPath, nodes, span, waiting }: Timeline,
  { links }: ViewContext,
): CriticalPathView {
  const steps = criticalPath.ids.map((id, at) => {
    const node = nodes.get(id);
    const start = node?.start ?? null;
    return {
      at,
      link: links.link(id),
      offset: start === null || span === null ? null : rounded((start - span.start) / 1000),
      waited: waiting.byId.get(id) ?? null,
      executionTime: node?.executionTime ?? 0,
      share: thousandths(node?.executionTime ?? 0, criticalPath.seconds),
    };
  });
  const shown = steps
    .toSorted((a, b) => b.executionTime - a.executionTime || a.at - b.at)
    .slice(0, MOST_STEPS)
    .sort((a, b) => a.at - b.at);
  return {
    duration: criticalPath.seconds,
    steps: shown.map(({ at: _, ...step }) => step),
    count: steps.length,
    isInTurn: criticalPath.ids.every((id, at) => {
      const [start, ended] = [nodes.get(id)?.start, nodes.get(criticalPath.ids[at - 1] ?? '')?.end];
      return (start ?? Infinity) >= (ended ?? -Infinity);
    }),
  };
}

function threadRows(timeline: Timeline, { links }: ViewContext): ThreadRow[] {
  const { span, nodes } = timeline;
  if (span === null) return [];
  const byThread = Map.groupBy(lanes(nodes.values()), ({ threadId }) => threadId);
  return [...byThread].flatMap(([threadId, ofThread]) => {
    const ran = ofThread.flatMap((lane) => lane.nodes);
    const longest = ran.reduce<ExecutedNode | null>(
      (most, node) => (most === null || timeOf(node) > timeOf(most) ? node : most),
      null,
    );
    if (longest === null) return [];
    const busy = ran.reduce((sum, node) => sum + timeOf(node), 0);
    return [
      {
        threadId,
        nodeCount: ran.length,
        busy: rounded(busy),
        share: thousandths(busy, (span.end - span.start) / 1000),
        longest: links.link(longest.uniqueId),
      },
    ];
  });
}

function timeOf({ start, end, executionTime }: ExecutedNode): number {
  return start === null || end === null ? executionTime : (end - start) / 1000;
}

function thousandths(part: number, whole: number): number {
  return whole > 0 ? Math.round((part / whole) * 1000) : 0;
}

/** To the millisecond: sums of floats have digits that nobody measured. */
function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
