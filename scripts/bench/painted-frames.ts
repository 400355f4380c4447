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

/** Ids are used again as soon as a frame is done. */
function framesOf(events: readonly TraceEvent[]): Frame[] {
  const frames: Frame[] = [];
  const open = new Map<string, { committed: number; isShown: boolean }>();
  for (const { name, ph, ts, id2 } of events) {
    const id = id2?.local ?? '';
    const frame = open.get(id);
    if (name === 'PipelineReporter' && ph === 'b') open.set(id, { committed: 0, isShown: false });
    else if (frame === undefined) continue;
    else if (name === 'Commit' && ph === 'b') frame.committed = ts;
    else if (name === 'SubmitCompositorFrameToPresentationCompositorFrame') frame.isShown = true;
    else if (name === 'PipelineReporter' && ph === 'e') {
      if (frame.isShown && frame.committed > 0)
        frames.push({ committed: frame.committed, presented: ts });
      open.delete(id);
    }
  }
  return frames;
}
