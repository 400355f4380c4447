import { describe, expect, inject, it } from 'vitest';
import { SUB_PATH } from '../sample-site.ts';
import { addressOf } from './browser.ts';
import { useSite } from './use-site.ts';

const site = useSite(inject('subPathSite'), SUB_PATH);

describe('the list of runs', () => {
  it('is filtered by a form whose state stands in the URL, and comes back to it', async () => {
    const { page, problems, close } = await site.open();
    await page.goto(`${site.url}runs/`);
    const names = page.locator('[data-rows] tbody a.name');
    const all = await names.count();
    await page.getByLabel('Command').selectOption('build');
    await page.locator('.run-filter output', { hasText: `of ${all} runs` }).waitFor();
    const builds = await names.count();
    expect(builds).toBeLessThan(all);
    await page.getByLabel('Contains').fill('fct_orders');
    expect((await addressOf(page)).search).toBe('?command=build&node=fct_orders');
    // Which run contains what is in a file of its own.
    await expect.poll(() => names.count()).toBeLessThan(builds);
    const shown = await names.allInnerTexts();
    expect(shown.length).toBeGreaterThan(1);

    const shared = await site.open();
    await shared.page.goto((await addressOf(page)).href);
    await shared.page.locator('.run-filter output', { hasText: `of ${all} runs` }).waitFor();
    expect(await shared.page.locator('[data-rows] tbody a.name').allInnerTexts()).toEqual(shown);
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => names.count()).toBe(all);
    expect((await addressOf(page)).search).toBe('');
    expect([...problems, ...shared.problems]).toEqual([]);
    await shared.close();
    await close();
  });
});

describe('the grid of nodes and runs', () => {
  it('is one stop for Tab, in which arrow keys go from cell to cell', async () => {
    const { page, close } = await site.open();
    await page.goto(`${site.url}runs/`);
    const grid = page.getByRole('grid');
    expect(await grid.locator('a[tabindex="0"]').count()).toBe(1);
    const focused = page.locator(':focus');
    await grid.locator('tbody td a').first().focus();
    const place = () =>
      focused.evaluate((link) => {
        const cell = link.closest<HTMLTableCellElement>('td, th');
        return [cell?.closest('tr')?.rowIndex ?? -1, cell?.cellIndex ?? -1];
      });
    const [row = 0, column = 0] = await place();
    await page.keyboard.press('ArrowRight');
    const [sameRow, later] = await place();
    expect([sameRow, (later ?? 0) > column]).toEqual([row, true]);
    await page.keyboard.press('ArrowDown');
    expect((await place())[0]).toBeGreaterThan(row);
    await page.keyboard.press('Home');
    expect((await place())[1]).toBe(0);
    expect(await grid.locator('a[tabindex="0"]').count()).toBe(1);
    await close();
  });
});
