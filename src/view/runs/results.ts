import { formatNumber } from '../../messages/format-number.ts';
import type { Batches, RunResult } from '../../runs/run.ts';
import type { Timeline } from '../../runs/timeline/timeline.ts';
import { batchesText, intervalText } from '../batches-text.ts';
import { statusView, type ViewContext } from '../context.ts';
import { formatBytes } from '../format-bytes.ts';
import type { BatchesView, RunResultRow, TimeBar } from '../run-page.ts';

/** Batches of one model that a page lists. */
const MOST_BATCHES = 100;
/** Longer answers of an adapter are cut. */
const LONGEST_RESPONSE = 160;

/** A result as a row of the table. */
export function resultRow(
  result: RunResult,
  anchor: string,
  { timeline, critical }: { timeline: Timeline; critical: ReadonlySet<string> },
  context: ViewContext,
): RunResultRow {
  return {
    anchor,
    link: context.links.link(result.uniqueId),
    status: statusView(result.status),
    threadId: result.threadId,
    bar: barOf(result, timeline, critical),
    waited: timeline.waiting.byId.get(result.uniqueId) ?? null,
    compileTime: result.compileTime,
    executeTime: result.executeTime,
    executionTime: result.executionTime,
    failures: result.failures,
    rowsAffected: result.rowsAffected,
    response: responseText(result),
    message: result.message,
    batches: batchesView(result.batches),
  };
}

function barOf(
  result: RunResult,
  { span }: Timeline,
  critical: ReadonlySet<string>,
): TimeBar | null {
  if (span === null || result.startedAt === null || result.kind === 'skipped') return null;
  const length = Math.max(1, span.end - span.start);
  const start = Date.parse(result.startedAt);
  const end = Math.max(start, Date.parse(result.completedAt ?? result.startedAt));
  const share = (milliseconds: number): number => Math.round((milliseconds / length) * 1000);
  const width = Math.max(1, share(end - start));
  return {
    left: Math.min(share(start - span.start), 1000 - width),
    width,
    compile: Math.min(width, share((result.compileTime ?? 0) * 1000)),
    isCritical: critical.has(result.uniqueId),
    offset: (start - span.start) / 1000,
  };
}

/** What the adapter said that the row doesn't show anyway; amounts of bytes as people read them. */
export function responseText({
  adapterResponse,
  message,
}: Pick<RunResult, 'adapterResponse' | 'message'>): string | null {
  const parts = Object.entries(adapterResponse).flatMap(([key, value]): string[] => {
    if (key === 'rows_affected' || value === null || value === '') return [];
    if (key === '_message') {
      // As much as the row says by its status and its number of rows.
      if (value === `SUCCESS ${String(adapterResponse['rows_affected'])}`) return [];
      return typeof value === 'string' && value !== message && !isStated(value, message)
        ? [value]
        : [];
    }
    // The command word of what `_message` says in full, and what Fusion says twice.
    if (key === 'code' && '_message' in adapterResponse) return [];
    if (key === 'message' && value === adapterResponse['_message']) return [];
    return [`${key} ${valueText(key, value)}`];
  });
  const text = parts.join(', ');
  if (text === '') return null;
  return text.length > LONGEST_RESPONSE ? `${text.slice(0, LONGEST_RESPONSE)}…` : text;
}

function isStated(text: string, message: string | null): boolean {
  return message?.includes(text) ?? false;
}

function valueText(key: string, value: unknown): string {
  if (typeof value === 'number')
    return /bytes/.test(key) && value >= 0 ? formatBytes(value) : formatNumber(value);
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function batchesView(batches: Batches | null): BatchesView | null {
  const text = batchesText(batches);
  if (batches === null || text === null) return null;
  const rows = [
    ...batches.failed.map((interval) => ({ interval: intervalText(interval), hasFailed: true })),
    ...batches.successful.map((interval) => ({
      interval: intervalText(interval),
      hasFailed: false,
    })),
  ];
  return {
    text,
    rows: rows.slice(0, MOST_BATCHES),
    leftOut: Math.max(0, rows.length - MOST_BATCHES),
  };
}
