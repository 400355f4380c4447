/**
 * How long the palette takes to open, and to answer each key: from the event to the end of the frame that shows it, and the
 * processor time that the page's main thread took for it, which a busy machine doesn't change. Also with columns none of which is called like another, which is the most that there can be to look through.
 *
 *     node scripts/bench-palette.ts SITE
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { serveFolder } from '../tests/e2e/server.ts';

/** What is typed, letter by letter: names, parts of names, a slip, columns, a qualified column, commands, nonsense. */
const QUERIES = [
  'fct_orders',
  'orders daily',
  'ordres',
  'customer_id',
  'orders.customer_id',
  'dbt build',
  'dark theme',
  'zzzzzz',
];
/** A key is answered in this time. Milliseconds. */
const LIMIT = 100;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of a built site.');

const server = await serveFolder(folder);
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  await measure(browser, 'as it is', null);
  await measure(browser, 'each column once', await distinctColumns(folder));
} finally {
  await browser.close();
  await server.stop();
}

/** Milliseconds. */
interface Took {
  readonly wall: number;
  readonly processor: number;
}

async function measure(from: Browser, title: string, columns: string | null): Promise<void> {
  const page = await from.newPage({ viewport: { width: 1280, height: 800 } });
  if (columns !== null) {
    await page.route('**/search/columns.json', (route) =>
      route.fulfill({ contentType: 'application/json', body: columns }),
    );
  }
  await page.goto(server.url, { waitUntil: 'networkidle' });
  await watchKeys(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const press = (key: string): Promise<Took> => pressKey(page, session, key);
  const first = await press('Control+k');
  const input = page.getByRole('combobox');
  await input.fill('customer');
  await page.locator('.palette-title', { hasText: 'Columns' }).waitFor({ timeout: 120_000 });
  await page.keyboard.press('Escape');
  const again = await press('Control+k');
  console.log(
    `${title}: opens in ${ms(first.wall)} before anything is loaded, then in ${ms(again.wall)} (processor ${ms(again.processor)})`,
  );
  for (const query of QUERIES) {
    await input.fill('');
    const took: Took[] = [];
    for (const letter of query) took.push(await press(letter));
    const walls = took.map(({ wall }) => wall).sort((a, b) => a - b);
    const longest = Math.max(...walls);
    const processor = Math.max(...took.map((key) => key.processor));
    const verdict = longest > LIMIT ? `  over ${LIMIT} ms` : '';
    console.log(
      `  ${query.padEnd(20)} median ${ms(walls[walls.length >> 1] ?? 0)}, longest ${ms(longest)} (processor ${ms(processor)})${verdict}`,
    );
  }
  await page.close();
}

/** Has the page measure each key from its event to the end of the next frame. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const frame = (): void => {
          if (
            document.querySelector('.palette[open] :is([role="option"], .palette-note)') === null
          ) {
            requestAnimationFrame(frame);
            return;
          }
          // After the frame, with its style, layout and paint.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            document.documentElement.dataset['took'] = String(performance.now() - timeStamp);
          };
          port2.postMessage(null);
        };
        requestAnimationFrame(frame);
      },
      true,
    );
  });
}

async function pressKey(page: Page, session: CDPSession, key: string): Promise<Took> {
  await page.evaluate(() => delete document.documentElement.dataset['took']);
  const before = await processorTime(session);
  await page.keyboard.press(key === ' ' ? 'Space' : key);
  await page.waitForFunction(() => document.documentElement.dataset['took'] !== undefined);
  const processor = (await processorTime(session)) - before;
  const wall = await page.evaluate(() => Number(document.documentElement.dataset['took']));
  return { wall, processor };
}

/** Of the main thread since the page was loaded. Milliseconds. */
async function processorTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}

/** The columns of a site under names of their own. */
async function distinctColumns(site: string): Promise<string> {
  const file = JSON.parse(await readFile(join(site, 'search/columns.json'), 'utf8')) as {
    readonly columns: {
      readonly name: readonly string[];
      readonly resources: readonly (readonly number[])[];
    };
  };
  const name: string[] = [];
  const resources: number[][] = [];
  for (const [at, steps] of file.columns.resources.entries()) {
    let resource = 0;
    for (const step of steps) {
      resource += step;
      name.push(`${file.columns.name[at] ?? ''}_${resource}`);
      resources.push([resource]);
    }
  }
  return JSON.stringify({ ...file, columns: { name, resources } });
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`;
}
