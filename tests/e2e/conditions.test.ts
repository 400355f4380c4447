import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type WatchedPage } from './browser.ts';
import { pageTypes } from './page-types.ts';
import { tabWalk } from './tab-walk.ts';
import { useSite } from './use-site.ts';

/** As much as fits a laptop's window at a zoom of 200 %. */
const ZOOMED = { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 };
const MOST_STOPS = 60;

const paths = pageTypes(inject('sampleSite'));

const site = useSite(inject('sampleSite'));

/** Whatever of a page still moves for a reader who asked for no motion. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lasts = (durations: string) =>
      durations.split(',').some((duration) => Number.parseFloat(duration) > 0.001);
    return [...document.querySelectorAll('*')]
      .filter((element) => {
        const style = getComputedStyle(element);
        return lasts(style.transitionDuration) || lasts(style.animationDuration);
      })
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

/** Statuses whose shape is of the colour that lies behind it. */
function invisibleShapes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ground = getComputedStyle(document.body).backgroundColor;
    return [...document.querySelectorAll('.st')]
      .filter((status) => {
        const { backgroundColor } = getComputedStyle(status, '::before');
        return backgroundColor === ground || backgroundColor === 'rgba(0, 0, 0, 0)';
      })
      .map((status) => status.outerHTML);
  });
}

describe.each(paths.map((path) => [`/${path}`, path]))('%s', (_name, path) => {
  let opened: WatchedPage;

  beforeAll(async () => {
    opened = await site.open({ ...ZOOMED });
    await opened.page.goto(site.url + path, { waitUntil: 'load' });
  });
  afterAll(() => opened.close());

  it('does not scroll sideways at a zoom of 200 %', async () => {
    const width = await opened.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(ZOOMED.viewport.width);
  });

  it('holds still where motion is reduced', async () => {
    await opened.page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await moving(opened.page)).toEqual([]);
  });

  it('keeps its status shapes in forced colours', async () => {
    await opened.page.emulateMedia({ forcedColors: 'active' });
    const invisible = await invisibleShapes(opened.page);
    await opened.page.emulateMedia({ forcedColors: 'none' });
    expect(invisible).toEqual([]);
  });

  it('shows where the keyboard is, at every stop', async () => {
    await opened.page.evaluate(() => scrollTo(0, 0));
    const { stops, lost } = await tabWalk(opened.page, MOST_STOPS);
    expect(lost).toEqual([]);
    expect(stops).toBeGreaterThan(5);
  });
});
