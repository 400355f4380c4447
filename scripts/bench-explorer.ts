/**
 * Measures the lineage explorer in headless Chromium with WebGL in software, on loopback: the first drawing from
 * navigation, how long hovering and choosing take from the event until the frame is on screen, and the heap after a
 * collection of garbage.
 *
 *     node scripts/bench-explorer.ts SITE [--base PATH] [--runs N] [--select EXPRESSION]
 *
 * SITE is a folder that `dbt-workbench build` wrote. Times are medians. The pointer hovers over 15 places and clicks on
 * them: on the map as it opens, after zooming in, and on the whole project as a graph. With a selection the layout of what it holds is
 * measured as well, in a page that has laid out nothing before and in one that has.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import { paintedAfter } from './bench/painted-frames.ts';

const { values, positionals } = parseArgs({
  options: {
    base: { type: 'string', default: '/' },
    runs: { type: 'string', default: '3' },
    select: { type: 'string' },
  },
  allowPositionals: true,
});
const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write('usage: node scripts/bench-explorer.ts SITE [--base PATH] [--runs N]\n');
  process.exit(2);
}
const site = resolve(folder);
const WINDOW = { width: 1440, height: 900 };
/** Places that are hovered and clicked, as parts of the drawing. */
const PLACES = [0.2, 0.35, 0.5, 0.65, 0.8].flatMap((x) => [0.25, 0.5, 0.75].map((y) => [x, y]));
/** Steps from the whole map to where names can be read. */
const ZOOM_STEPS = 6;

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const path = decodeURIComponent(pathname.slice(values.base.length));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const types: Record<string, string> = {
    '.html': 'text/html; charset=utf-8',
    '.css': 'text/css',
    '.js': 'text/javascript',
    '.json': 'application/json',
    '.svg': 'image/svg+xml',
  };
  readFile(join(site, file)).then(
    (bytes) =>
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' }).end(bytes),
    () => response.writeHead(404).end(),
  );
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const address = server.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;
const url = `http://127.0.0.1:${port}${values.base}lineage/`;

const graph = await readFile(join(site, 'lineage/index.json'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});
const drawn: number[] = [];
const heaps: number[] = [];
const layouts: number[][] = [];
const hovers = new Map<string, number[]>();
const choices = new Map<string, number[]>();
let selected = '';
try {
  for (let run = 0; run < Number(values.runs); run++) {
    const page = await browser.newPage({ viewport: WINDOW, reducedMotion: 'reduce' });
    drawn.push(await firstDrawing(page));
    await pointAtPlaces(page, 'map');
    heaps.push(await heap(page));
    await page.keyboard.press('Escape');
    await page.keyboard.press('0');
    for (let step = 0; step < ZOOM_STEPS; step++) await page.keyboard.press('+');
    await pointAtPlaces(page, 'zoomed in');
    await page.close();
    const graphPage = await browser.newPage({ viewport: WINDOW, reducedMotion: 'reduce' });
    await firstDrawing(graphPage, '?view=graph');
    await pointAtPlaces(graphPage, 'graph');
    await graphPage.close();
    if (values.select !== undefined) layouts.push(await layoutTimes(values.select));
  }
} finally {
  await browser.close();
  server.close();
}
process.stdout.write(
  `${[
    `graph              ${(gzipSync(graph).length / 1000).toFixed(1)} kB gzipped`,
    `first drawing      ${median(drawn).toFixed(0)} ms from navigation`,
    ...[...hovers.keys()].flatMap((where) => [
      `${`hover, ${where}`.padEnd(18)} ${timesText(hovers.get(where))}`,
      `${`choose, ${where}`.padEnd(18)} ${timesText(choices.get(where))}`,
    ]),
    `heap               ${(median(heaps) / 1e6).toFixed(0)} MB`,
    ...(layouts.length === 0
      ? []
      : [`layout             ${layoutText()} (${selected.replace(/\s+/g, ' ').trim()})`]),
  ].join('\n')}\n`,
);

/** Milliseconds from navigation until the first drawing is made. */
async function firstDrawing(page: Page, search = ''): Promise<number> {
  await page.goto(url + search, { timeout: 120_000 });
  const mark = await page.waitForFunction(
    () => performance.getEntriesByName('lineage-drawn')[0]?.startTime,
    undefined,
    { timeout: 120_000 },
  );
  return Number(await mark.jsonValue());
}

/** Hovers over each place, and then clicks on each. */
async function pointAtPlaces(page: Page, where: string): Promise<void> {
  const box = await page.locator('.lx-canvas').boundingBox();
  if (box === null) return;
  // What is loaded after the first drawing is drawn, too.
  await page.waitForTimeout(1500);
  const places = PLACES.map(
    ([x = 0, y = 0]) => [box.x + x * box.width, box.y + y * box.height] as const,
  );
  const mark = 'lineage-painted';
  const hovered = await paintedAfter(
    browser,
    page,
    places.map((place) => () => page.mouse.move(...place)),
    { event: 'MOUSE_MOVED_EVENT', mark, rest: 300 },
  );
  const chosen = await paintedAfter(
    browser,
    page,
    places.map((place) => async () => {
      // People point before they press.
      await page.mouse.move(...place);
      await page.waitForTimeout(300);
      await page.mouse.click(...place);
    }),
    { event: 'MOUSE_RELEASED', mark, rest: 900 },
  );
  hovers.set(where, [...(hovers.get(where) ?? []), ...hovered]);
  choices.set(where, [...(choices.get(where) ?? []), ...chosen]);
}

function timesText(times: readonly number[] = []): string {
  return `${median(times).toFixed(0)} ms until it is seen, at most ${Math.max(...times).toFixed(0)} ms (${times.length} times)`;
}

/** What laying out a selection takes: at first, and once more after it was changed. */
async function layoutTimes(select: string): Promise<number[]> {
  const page = await browser.newPage({ viewport: WINDOW, reducedMotion: 'reduce' });
  await page.goto(`${url}?view=graph&select=${encodeURIComponent(select)}`, { timeout: 120_000 });
  const measured = (count: number) =>
    page.waitForFunction(
      (least) => performance.getEntriesByName('lineage-layout').length >= least,
      count,
      { timeout: 120_000 },
    );
  await measured(1);
  selected = (await page.getByText(/^[\d,]+ of/).textContent()) ?? '';
  await page.getByRole('button', { name: 'List' }).click();
  await page.getByRole('button', { name: 'Graph' }).click();
  await measured(2);
  const times = await page.evaluate(() =>
    performance.getEntriesByName('lineage-layout').map(({ duration }) => duration),
  );
  await page.close();
  return times;
}

function layoutText(): string {
  const [first, second] = [0, 1].map((at) => median(layouts.map((times) => times[at] ?? NaN)));
  return `${first?.toFixed(0)} ms at first, ${second?.toFixed(0)} ms again`;
}

async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}
