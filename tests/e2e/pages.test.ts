import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SUB_PATH } from '../sample-site.ts';
import { openBrowser, openPage } from './browser.ts';
import { pageTypes } from './page-types.ts';
import { serveFolder, type FolderServer } from './server.ts';

const paths = pageTypes(inject('sampleSite'));
const NARROW = { width: 320, height: 640 };

let browser: Browser;
let site: FolderServer;
let subPathSite: FolderServer;

beforeAll(async () => {
  browser = await openBrowser();
  site = await serveFolder(inject('sampleSite'));
  subPathSite = await serveFolder(inject('subPathSite'), SUB_PATH);
});

afterAll(async () => {
  await browser.close();
  await site.stop();
  await subPathSite.stop();
});

describe.each(paths.map((path) => [`/${path}`, path]))('%s', (_name, path) => {
  it.each(['light', 'dark'] as const)('has nothing that axe objects to, %s', async (theme) => {
    const { page, close } = await openPage(browser, { colorScheme: theme });
    await page.goto(site.url + path);
    const { violations } = await new AxeBuilder({ page }).analyze();
    await close();
    const found = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      first: nodes[0]?.html,
      count: nodes.length,
    }));
    expect(found).toEqual([]);
  });

  it('does not scroll sideways at 320 pixels', async () => {
    const { page, close } = await openPage(browser, { viewport: NARROW });
    await page.goto(site.url + path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    await close();
    expect(width).toBeLessThanOrEqual(NARROW.width);
  });

  it('loads without a complaint in the console, also below a sub-path', async () => {
    for (const server of [site, subPathSite]) {
      const { page, problems, close } = await openPage(browser);
      await page.goto(server.url + path, { waitUntil: 'networkidle' });
      await close();
      expect(problems).toEqual([]);
    }
  });

  it('shows the same text without JavaScript', async () => {
    const texts: string[] = [];
    for (const javaScriptEnabled of [true, false]) {
      const { page, close } = await openPage(browser, { javaScriptEnabled });
      await page.goto(site.url + path, { waitUntil: javaScriptEnabled ? 'networkidle' : 'load' });
      texts.push(await page.locator('main').innerText());
      await close();
    }
    const [enhanced, plain] = texts;
    expect(plain).not.toBe('');
    expect(plain).toBe(enhanced);
  });

  it('has a title, one first heading and a language', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(site.url + path);
    const title = await page.title();
    const headings = await page.locator('h1').count();
    const language = await page.locator('html').getAttribute('lang');
    await close();
    expect(title).not.toBe('');
    expect({ headings, language }).toEqual({ headings: 1, language: 'en' });
  });
});

describe('the keyboard', () => {
  it('reaches the content first, past the navigation', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(site.url);
    await page.keyboard.press('Tab');
    const href = await page.locator(':focus').getAttribute('href');
    await page.keyboard.press('Enter');
    const target = await page.locator(href ?? 'main').count();
    await close();
    expect(href).toMatch(/^#/);
    expect(target).toBe(1);
  });
});
