import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SUB_PATH } from '../sample-site.ts';
import { openBrowser, openPage } from './browser.ts';
import { serveFolder, type FolderServer } from './server.ts';

let browser: Browser;
let site: FolderServer;

beforeAll(async () => {
  browser = await openBrowser();
  site = await serveFolder(inject('subPathSite'), SUB_PATH);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

describe('a list below a sub-path', () => {
  it('filters from the keyboard, keeps the filter in its URL, and comes back to it', async () => {
    const { page, problems, close } = await openPage(browser);
    await page.goto(`${site.url}models/`);
    const all = await page.locator('tbody a.name').count();
    await page.keyboard.press('/');
    await page.keyboard.type('path:marts/finance');
    await page.locator('.list-count', { hasText: `of ${all} models` }).waitFor();
    const names = await page.locator('tbody a.name').allInnerTexts();
    expect(names.length).toBeGreaterThan(1);
    expect(names.length).toBeLessThan(all);
    expect(new URL(page.url()).search).toBe('?q=path:marts/finance');

    await page.getByRole('button', { name: 'Duration' }).click();
    expect(new URL(page.url()).search).toBe('?q=path:marts/finance&sort=-duration');
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
    await page.goBack();
    expect(await page.locator('tbody a.name').allInnerTexts()).toEqual(names);

    const shared = await openPage(browser);
    await shared.page.goto(page.url());
    await shared.page.locator('.list-count', { hasText: `of ${all} models` }).waitFor();
    expect(await shared.page.locator('tbody a.name').allInnerTexts()).toEqual(names);
    await page.locator('.filter').press('Escape');
    expect(await page.locator('tbody a.name').count()).toBe(all);
    expect([...problems, ...shared.problems]).toEqual([]);
    await shared.close();
    await close();
  });
});
