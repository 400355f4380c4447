import type { Browser, Page } from 'playwright-core';

/** What Chromium records, as far as it is read here. Times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly ts: number;
  readonly id2?: { readonly local?: string };
  readonly args?: { readonly event_latency?: { readonly event_type?: string } };
}

/** A frame that was seen. */
interface Frame {
  readonly committed: number;
  readonly presented: number;
}

/** Begins when a frame is handed to the screen, and ends when it is there. */
const PRESENTED = 'SubmitCompositorFrameToPresentationCompositorFrame';
const CATEGORIES = ['benchmark', 'cc', 'input', 'blink.user_timing'];

/**
 * Acts one by one, and tells for each how long it took from the event of the pointer, as the browser got it, until the
 * frame was on screen that shows what came of it. Acts that nothing came of before the next are left out.
 *
 * @param event the event that counts, in Chromium's words: `MOUSE_RELEASED` …
 * @param mark what the page marks when it has painted
 * @returns milliseconds
 */
export async function paintedAfter(
  browser: Browser,
  page: Page,
  acts: readonly (() => Promise<void>)[],
  { event, mark, rest }: { event: string; mark: string; rest: number },
): Promise<number[]> {
  await browser.startTracing(page, { categories: CATEGORIES });
  for (const act of acts) {
    await act();
    await page.waitForTimeout(rest);
  }
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as {
    traceEvents: TraceEvent[];
  };
  const events = traceEvents.filter(({ ts }) => ts > 0).toSorted((a, b) => a.ts - b.ts);
  const marks = events.filter(({ name }) => name === mark);
  const frames = framesOf(events.filter(({ pid }) => pid === marks[0]?.pid));
  const inputs = events.filter(
    ({ name, ph, args }) =>
      name === 'EventLatency' && ph === 'b' && args?.event_latency?.event_type === event,
  );
  return inputs.flatMap(({ ts }) => {
    const next = ts + rest * 1000;
    const painted = marks.find((other) => other.ts >= ts && other.ts < next);
    const frame = frames.find(({ committed }) => painted !== undefined && committed >= painted.ts);
    return frame === undefined ? [] : [(frame.presented - ts) / 1000];
  });
}

/**
 * Frames with what the page committed. Ids are used again as soon as a frame is done; and one that is drawn in two
 * parts is said to be done before it is committed.
 */
function framesOf(events: readonly TraceEvent[]): Frame[] {
  const frames: Frame[] = [];
  const committed = new Map<string, number>();
  for (const { name, ph, ts, id2 } of events) {
    const id = id2?.local ?? '';
    const since = committed.get(id);
    if (name === 'PipelineReporter' && ph === 'b') committed.delete(id);
    else if (name === 'Commit' && ph === 'b') committed.set(id, ts);
    else if (name === PRESENTED && ph === 'e' && since !== undefined) {
      frames.push({ committed: since, presented: ts });
      committed.delete(id);
    }
  }
  return frames.toSorted((a, b) => a.committed - b.committed || a.presented - b.presented);
}
