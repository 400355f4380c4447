import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { RESOURCE } from '../../src/messages/resource.ts';
import { SUB_PATH } from '../sample-site.ts';
import { violations } from './axe.ts';
import { openBrowser, openPage, type WatchedPage } from './browser.ts';
import { pageTypes } from './page-types.ts';
import { serveFolder, type FolderServer } from './server.ts';

const paths = pageTypes(inject('sampleSite'));
const WIDE = { width: 1280, height: 800 };
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

/**
 * The text of the content, also of what a switch hides, without what scripts may add to it: buttons, filters,
 * and another wording of times.
 */
function content(page: Page): Promise<string> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    if (main === null) return '';
    for (const added of main.querySelectorAll('button, label, output, [data-added]'))
      added.remove();
    for (const time of main.querySelectorAll('time')) time.textContent = time.dateTime;
    return (main.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  });
}

describe.each(paths.map((path) => [`/${path}`, path]))('%s', (_name, path) => {
  let opened: WatchedPage;

  beforeAll(async () => {
    opened = await openPage(browser, { viewport: WIDE });
    await opened.page.goto(site.url + path, { waitUntil: 'networkidle' });
  });
  afterAll(() => opened.close());

  it('loads without a complaint in the console', () => {
    expect(opened.problems).toEqual([]);
  });

  it('asks for nothing twice, as it would for what it preloads in another way than it fetches', async () => {
    const names = await opened.page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    // A page that is open for long asks again whether there is a newer build.
    const loaded = names.filter((name) => !name.endsWith('/build.json'));
    expect(loaded.filter((name, at) => loaded.indexOf(name) !== at)).toEqual([]);
  });

  it('has a title, one first heading and a language', async () => {
    const { page } = opened;
    expect(await page.title()).not.toBe('');
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('has nothing that axe objects to', async () => {
    const { page } = opened;
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await violations(page)).toEqual([]);
  });

  it('has nothing in its dark colours that axe objects to', async () => {
    const { page } = opened;
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page)).toEqual([]);
  });

  it('does not scroll sideways at 320 pixels', async () => {
    const { page } = opened;
    await page.setViewportSize(NARROW);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    await page.setViewportSize(WIDE);
    expect(width).toBeLessThanOrEqual(NARROW.width);
  });

  it('says the same without JavaScript', async () => {
    const plain = await openPage(browser, { viewport: WIDE, javaScriptEnabled: false });
    await plain.page.goto(site.url + path);
    const text = await content(plain.page);
    await plain.close();
    expect(text).not.toBe('');
    expect(await content(opened.page)).toBe(text);
  });

  it('loads below a sub-path as well', async () => {
    const below = await openPage(browser);
    await below.page.goto(subPathSite.url + path);
    await below.close();
    expect(below.problems).toEqual([]);
  });
});

it('a notice whose title is a sentence stays within 320 pixels', async () => {
  const { page, close } = await openPage(browser, { viewport: NARROW });
  await page.goto(`${site.url}models/model.fjord_coffee.fct_sales/`);
  const { missingParents } = RESOURCE.notices;
  await page.locator('.notice > .st').evaluate((title, text) => {
    title.textContent = text;
  }, missingParents);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await close();
  expect(width).toBeLessThanOrEqual(NARROW.width);
});

it('a rule says what is the matter on a narrow screen as well', async () => {
  const { page, close } = await openPage(browser, { viewport: NARROW });
  await page.goto(`${site.url}health/missing-primary-key-tests/`);
  const matter = page.getByText('no column is tested as unique and not null').first();
  const isVisible = await matter.isVisible();
  await close();
  expect(isVisible).toBe(true);
});

describe('the keyboard', () => {
  it('reaches the content first, past the navigation', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(site.url);
    await page.keyboard.press('Tab');
    const href = await page.locator(':focus').getAttribute('href');
    const target = await page.locator(href ?? 'nothing').count();
    await close();
    expect(href).toMatch(/^#/);
    expect(target).toBe(1);
  });
});
