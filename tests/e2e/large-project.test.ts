import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { shorten, violations } from './axe.ts';
import { openBrowser, openPage, type WatchedPage } from './browser.ts';
import { pageTypes } from './page-types.ts';
import { serveFolder, type FolderServer } from './server.ts';

const paths = pageTypes(inject('largeSite'));
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };

let browser: Browser;
let site: FolderServer;

beforeAll(async () => {
  browser = await openBrowser();
  site = await serveFolder(inject('largeSite'));
});

afterAll(async () => {
  await browser.close();
  await site.stop();
});

describe.each(paths.map((path) => [`/${path}`, path]))('%s of 1,000 models', (_name, path) => {
  let opened: WatchedPage;

  beforeAll(async () => {
    opened = await openPage(browser, { viewport: WIDE });
    await opened.page.goto(site.url + path, { waitUntil: 'networkidle' });
  });
  afterAll(() => opened.close());

  it('loads without a complaint in the console', () => {
    expect(opened.problems).toEqual([]);
  });

  it('does not scroll sideways at 320 pixels', async () => {
    const { page } = opened;
    await page.setViewportSize(NARROW);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    await page.setViewportSize(WIDE);
    expect(width).toBeLessThanOrEqual(NARROW.width);
  });

  it('has nothing that axe objects to, in either theme', async () => {
    const { page } = opened;
    await shorten(page);
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await violations(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    // Only colours differ between themes.
    expect({ light, dark: await violations(page, ['color-contrast']) }).toEqual({
      light: [],
      dark: [],
    });
  });
});
