import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from './axe.ts';
import { openBrowser, openPage, type WatchedPage } from './browser.ts';
import { pageTypes } from './page-types.ts';
import { serveFolder, type FolderServer } from './server.ts';

/** The pages that grow most with a project; axe needs half a minute for each of the others, too. */
const GROWING = /^$|^models\/(?!page)|^health\/$/;

const paths = pageTypes(inject('largeSite')).filter((path) => GROWING.test(path));

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
    opened = await openPage(browser, { viewport: { width: 1280, height: 800 } });
    await opened.page.goto(site.url + path, { waitUntil: 'load' });
  });
  afterAll(() => opened.close());

  it('loads without a complaint in the console', () => {
    expect(opened.problems).toEqual([]);
  });

  // The colours of both themes are looked at on the sample's pages.
  it('has nothing that axe objects to', async () => {
    expect(await violations(opened.page)).toEqual([]);
  });

  it('does not scroll sideways at 320 pixels', async () => {
    await opened.page.setViewportSize({ width: 320, height: 640 });
    const width = await opened.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });
});
