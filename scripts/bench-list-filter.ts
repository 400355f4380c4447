/**
 * How much processor time each key takes that is typed into the filter of the list of models, from the key to the rows
 * that are in place. Counts the time of the browser's main thread, so that a busy machine gives the same figures.
 *
 *     node scripts/bench-list-filter.ts SITE
 */
import { chromium } from 'playwright-core';
import { serveFolder } from '../tests/e2e/server.ts';

/** An event of Chromium's tracing: `dur` and `tdur` in microseconds, by the clock and by the thread's own. */
interface TraceEvent {
  readonly name: string;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

const QUERIES = ['o', 'or', 'ord', 'order', '', '-path:staging', 'status:success', 'tag:x'];

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of a built site.');

const server = await serveFolder(folder);
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${server.url}models/`);
  const filter = page.locator('.list-bar .filter');
  const type = (text: string): Promise<void> =>
    filter.evaluate(
      (input, value) =>
        new Promise<void>((done) => {
          if (input instanceof HTMLInputElement) input.value = value;
          input.dispatchEvent(new Event('input', { bubbles: true }));
          requestAnimationFrame(() => setTimeout(done));
        }),
      text,
    );
  await filter.focus();
  await type('model');
  await page.locator('.list-count:not(:empty)').waitFor({ timeout: 120_000 });
  // Twice, so that what is only made once is made.
  for (const query of QUERIES) await type(query);
  for (const query of QUERIES) {
    await browser.startTracing(page, { categories: ['devtools.timeline'] });
    await type(query);
    const trace = JSON.parse((await browser.stopTracing()).toString()) as {
      traceEvents: TraceEvent[];
    };
    const key = trace.traceEvents.find(
      ({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'input',
    );
    const time = (name: string): string => {
      const events = trace.traceEvents.filter(
        (event) => event.name === name && event.tid === key?.tid,
      );
      return (events.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000).toFixed(1);
    };
    const count = await page.locator('.list-count').innerText();
    console.log(
      `${JSON.stringify(query).padEnd(18)} ${((key?.tdur ?? 0) / 1000).toFixed(1)} ms; layout ${time('Layout')}; paint ${time('Paint')} (${count})`,
    );
  }
} finally {
  await browser.close();
  await server.stop();
}
