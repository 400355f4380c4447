import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { shorten, violations } from './axe.ts';
import { type WatchedPage } from './browser.ts';
import { pageTypes } from './page-types.ts';
import { useSite } from './use-site.ts';

const paths = pageTypes(inject('largeSite'));
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };

const site = useSite(inject('largeSite'));

describe.each(paths.map((path) => [`/${path}`, path]))('%s of 1,000 models', (_name, path) => {
  let opened: WatchedPage;

  beforeAll(async () => {
    opened = await site.open({ viewport: WIDE });
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

describe('the list of 1,000 models', () => {
  it('goes on where its first page ends, and draws only the rows around the window', async () => {
    const { page, problems, close } = await site.open({
      viewport: { width: 1280, height: 800 },
    });
    await page.goto(`${site.url}models/`);
    expect(await page.locator('tr[data-id]').count()).toBe(500);
    await page.locator('.pagination').scrollIntoViewIfNeeded();
    const table = page.locator('table[aria-rowcount]');
    await table.waitFor();
    expect(await page.locator('.pagination').count()).toBe(0);
    expect(await page.locator('tr[data-id]').count()).toBeLessThan(150);

    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForFunction(() => {
      const rows = document.querySelectorAll('tr[aria-rowindex]');
      const last = rows[rows.length - 1]?.getAttribute('aria-rowindex');
      return last === document.querySelector('table')?.getAttribute('aria-rowcount');
    });
    // The window is full of rows: no gap is in sight.
    const gaps = await page.locator('tr.spacer').evaluateAll(
      (spacers) =>
        spacers.filter((spacer) => {
          const { top, bottom } = spacer.getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        }).length,
    );
    expect(gaps).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  it('keeps the row that has the focus, and goes on from it', async () => {
    const { page, close } = await site.open({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${site.url}models/?sort=name`);
    await page.locator('table[aria-rowcount]').waitFor();
    const focused = page.locator('a.name:focus');
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('j');
    const third = await focused.innerText();
    await page.evaluate(() => scrollTo(0, 20_000));
    await page.locator('tr[aria-rowindex="600"]').waitFor();
    expect(await focused.innerText()).toBe(third);
    await page.keyboard.press('j');
    expect(await focused.innerText()).not.toBe(third);
    expect(await page.locator('tr:focus-within').getAttribute('aria-rowindex')).toBe('5');
    await focused.scrollIntoViewIfNeeded();
    const top = await focused.evaluate((link) => link.getBoundingClientRect().top);
    const header = await page
      .locator('thead th')
      .first()
      .evaluate((cell) => cell.getBoundingClientRect().bottom);
    expect(top).toBeGreaterThanOrEqual(header - 1);
    await close();
  });
});
