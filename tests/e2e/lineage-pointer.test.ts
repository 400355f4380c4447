import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SUB_PATH } from '../sample-site.ts';
import { addressOf } from './browser.ts';
import { middleOf, openExplorer, openGraphicsBrowser, SOFTWARE_WEBGL } from './explorer.ts';
import { serveFolder, type FolderServer } from './server.ts';

/** Sizes of a box at full size, and how far dots can be hit from: pixels of the window. */
const BOX = { width: 208, height: 32 };
const LEAST_TARGET = 6;
const WINDOW = { width: 1280, height: 800 };

/** What the site's file says of the map. */
interface GraphFile {
  readonly resource_types: readonly string[];
  readonly regions: {
    readonly x: readonly number[];
    readonly y: readonly number[];
    readonly width: readonly number[];
    readonly height: readonly number[];
  };
  readonly nodes: {
    readonly unique_id: readonly string[];
    readonly resource_type: readonly number[];
    readonly region: readonly number[];
    readonly x: readonly number[];
    readonly y: readonly number[];
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

let site: FolderServer;
let browser: Browser;
let boxes: {
  readonly id: string;
  readonly type: string;
  readonly region: number;
  readonly x: number;
  readonly y: number;
}[];
let regions: GraphFile['regions'];
beforeAll(async () => {
  site = await serveFolder(inject('subPathSite'), SUB_PATH);
  browser = await openGraphicsBrowser(SOFTWARE_WEBGL);
  const response = await fetch(`${site.url}lineage/index.json`);
  const file = (await response.json()) as GraphFile;
  const { nodes, resource_types } = file;
  regions = file.regions;
  boxes = nodes.unique_id.map((id, node) => ({
    id,
    type: resource_types[nodes.resource_type[node] ?? 0] ?? '',
    region: nodes.region[node] ?? 0,
    x: (nodes.x[node] ?? 0) + (regions.x[nodes.region[node] ?? 0] ?? 0),
    y: (nodes.y[node] ?? 0) + (regions.y[nodes.region[node] ?? 0] ?? 0),
  }));
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** The box at a place of the scene, found by looking at each; null where none is. */
function boxAt({ x, y }: Place, zoom: number, hidden: string): string | null {
  let least = Math.max(0, LEAST_TARGET / zoom - BOX.height) / 2;
  let nearest: string | null = null;
  for (const box of boxes) {
    if (box.type === hidden) continue;
    const away = Math.hypot(
      Math.max(0, box.x - x, x - box.x - BOX.width),
      Math.max(0, box.y - y, y - box.y - BOX.height),
    );
    if (away <= least) [least, nearest] = [away, box.id];
  }
  return nearest;
}

/** Places in and around some boxes: their corners from within and from outside, and what lies between them. */
function placesAround(zoom: number): Place[] {
  const pixel = 1 / zoom;
  return [0, 31, 67, 102].flatMap((at) => {
    const { x = 0, y = 0 } = boxes[at] ?? {};
    return [
      { x: x + pixel, y: y + pixel },
      { x: x + BOX.width - pixel, y: y + BOX.height - pixel },
      { x: x + BOX.width / 2, y: y - 3 * pixel },
      { x: x + BOX.width + 2 * pixel, y: y + BOX.height / 2 },
    ];
  });
}

/** Opens the map with a place of the scene a bit beside the middle of the window, and tells where that is. */
async function lookAt(page: Page, place: Place, zoom: number, more: string): Promise<Place> {
  const [dx, dy] = [70, -40];
  const at = [place.x + dx / zoom, place.y + dy / zoom, zoom].join(',');
  await page.goto(`${site.url}lineage/?view=map&at=${at}${more}`);
  await page.waitForFunction(() => performance.getEntriesByName('lineage-drawn').length > 0);
  const { x, y } = await middleOf(page);
  return { x: x - dx, y: y - dy };
}

describe.each([1, 2])('the pointer, at %d pixels for one', (deviceScaleFactor) => {
  // From dots to twice the size, with and without a type.
  it.each([
    [0.18, ''],
    [0.3, 'source'],
    [2, ''],
  ])('is told the box that it is on, at a zoom of %d', async (zoom, hidden) => {
    const { page, problems, close } = await openExplorer(browser, `${site.url}lineage/`, {
      deviceScaleFactor,
      viewport: WINDOW,
    });
    const more = hidden === '' ? '' : `&hide=${hidden}`;
    const [origin = { x: 0, y: 0 }] = placesAround(zoom);
    const middle = await lookAt(page, origin, zoom, more);
    const drawing = page.getByRole('application');
    const window = (await drawing.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const wrong: string[] = [];
    for (const place of placesAround(zoom)) {
      const x = middle.x + (place.x - origin.x) * zoom;
      const y = middle.y + (place.y - origin.y) * zoom;
      const isOutside =
        x < window.x || y < window.y || x > window.x + window.width || y > window.y + window.height;
      if (isOutside) continue;
      await page.mouse.move(x, y);
      const cursor = await drawing.evaluate((element) => element.style.cursor);
      const expected = boxAt(place, zoom, hidden);
      if ((cursor === 'pointer') !== (expected !== null))
        wrong.push(`${x} ${y}: ${cursor} for ${expected}`);
    }
    expect(wrong).toEqual([]);
    for (const place of placesAround(zoom).slice(4, 6)) {
      const expected = boxAt(place, zoom, hidden);
      if (expected === null) continue;
      const { x, y } = await lookAt(page, place, zoom, more);
      await page.mouse.click(x, y);
      await page.waitForURL((url) => url.searchParams.has('node'));
      expect((await addressOf(page)).searchParams.get('node')).toBe(expected);
    }
    expect(problems).toEqual([]);
    await close();
  });
});

it('draws with the pixels of another screen that its window is moved to', async () => {
  const { page, close } = await openExplorer(browser, `${site.url}lineage/`, { viewport: WINDOW });
  await page.waitForFunction(() => performance.getEntriesByName('lineage-drawn').length > 0);
  const session = await page.context().newCDPSession(page);
  const screen = { ...WINDOW, deviceScaleFactor: 2, mobile: false };
  await session.send('Emulation.setDeviceMetricsOverride', screen);
  await page.getByRole('application').press('+');
  await page.waitForFunction(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.lx-canvas .sigma-edges');
    return canvas?.width === (canvas?.clientWidth ?? 0) * 2;
  });
  await close();
});

/**
 * What the page waits for, one after the other, before it writes where it looks from: that what was
 * chosen has been seen (follower.ts), that the camera rests (explorer.ts), and that it was drawn (address.ts).
 * Milliseconds.
 */
const RESTS = [150, 400, 120];

/** Tells what the address says of the camera after it has moved once more, and has come to rest. */
function cameraOf(page: Page): () => Promise<Place & { readonly zoom: number }> {
  let last = '';
  return async () => {
    await page.waitForURL((url) => (url.searchParams.get('at') ?? last) !== last);
    // On a busy machine it comes to rest amid a gesture as well. Timers of the page itself that are
    // set later, and last as long, end later, however busy it is.
    await page.evaluate(async (rests) => {
      for (let frame = 0; frame < 2; frame++)
        await new Promise((resolve) => requestAnimationFrame(resolve));
      for (const rest of rests) await new Promise((resolve) => setTimeout(resolve, rest));
    }, RESTS);
    last = (await addressOf(page)).searchParams.get('at') ?? '';
    const [x = NaN, y = NaN, zoom = NaN] = last.split(',').map(Number);
    return { x, y, zoom };
  };
}

it('moves by dragging and by the wheel, and zooms by the wheel with Ctrl', async () => {
  const { page, close } = await openExplorer(browser, `${site.url}lineage/?view=map`);
  const { x, y } = await middleOf(page);
  const camera = cameraOf(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 90, y - 60, { steps: 3 });
  await page.mouse.up();
  const dragged = await camera();
  await page.mouse.wheel(0, 120);
  const wheeled = await camera();
  expect([wheeled.x, wheeled.zoom]).toEqual([dragged.x, dragged.zoom]);
  expect(wheeled.y).toBeGreaterThan(dragged.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -120);
  expect((await camera()).zoom).toBeGreaterThan(dragged.zoom);
  await close();
});

it('opens a folder by a click, finds the boxes in it, and those of the whole map after it is left', async () => {
  const { page, close } = await openExplorer(browser, `${site.url}lineage/`, { viewport: WINDOW });
  const [x = 0, y = 0, width = 0] = [regions.x[0], regions.y[0], regions.width[0]];
  const corner = await lookAt(page, { x: x + width - 8, y: y + 8 }, 0.2, '');
  const camera = cameraOf(page);
  await camera();
  await page.mouse.click(corner.x, corner.y);
  const opened = await camera();
  expect(opened.zoom).toBeGreaterThan(0.2);
  const inFolder = boxes.find(({ region }) => region === 0);
  const clickOn = async (box: typeof inFolder, from: typeof opened): Promise<void> => {
    const middle = await middleOf(page);
    const at = { x: (box?.x ?? 0) + BOX.width / 2, y: (box?.y ?? 0) + BOX.height / 2 };
    await page.mouse.click(
      middle.x + (at.x - from.x) * from.zoom,
      middle.y + (at.y - from.y) * from.zoom,
    );
    await page.waitForURL((url) => url.searchParams.get('node') === box?.id);
  };
  await clickOn(inFolder, opened);
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => !url.searchParams.has('node'));
  await page.getByRole('application').focus();
  await page.keyboard.press('0');
  const left = await camera();
  expect(left.zoom).toBeLessThan(opened.zoom);
  await clickOn(
    boxes.find(({ region }) => region !== 0),
    left,
  );
  await close();
});

it('zooms by pinching, around what the fingers are on', async () => {
  const { page, close } = await openExplorer(
    browser,
    `${site.url}lineage/?view=map&at=1000,800,0.3`,
    {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 412, height: 800 },
    },
  );
  await page.waitForFunction(() => performance.getEntriesByName('lineage-drawn').length > 0);
  const camera = cameraOf(page);
  const before = await camera();
  const { x, y } = await middleOf(page);
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        apart === 0
          ? []
          : [
              { x: x - apart, y, id: 0 },
              { x: x + apart, y, id: 1 },
            ],
    });
  await touch('touchStart', 40);
  for (const apart of [50, 60, 70, 80]) await touch('touchMove', apart);
  await touch('touchEnd', 0);
  const after = await camera();
  expect(after.zoom / before.zoom).toBeCloseTo(2, 1);
  expect(Math.hypot(after.x - before.x, after.y - before.y) * after.zoom).toBeLessThan(4);
  expect((await addressOf(page)).searchParams.has('node')).toBe(false);
  await close();
});
