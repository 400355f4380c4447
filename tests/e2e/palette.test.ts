import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { SUB_PATH } from '../sample-site.ts';
import { violations } from './axe.ts';
import { useSite } from './use-site.ts';

const MODEL = 'models/model.fjord_coffee.fct_order_lines/';

const site = useSite(inject('subPathSite'), SUB_PATH);

/** The line that Enter would take, as screen readers are told of it. */
function chosen(page: Page): Promise<string> {
  return page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
    return document.getElementById(id)?.textContent ?? '';
  });
}

/** The line that leads to the page of search: it holds what was typed, and stands alone first. */
const SEARCH_EVERYTHING = 'Search everything for';

/**
 * Types into the palette, and waits until a line that holds a text is chosen. The line that leads
 * to the page of search counts only where it is asked for: it repeats whatever was typed, and is
 * there before any of the files that hold the answers.
 */
async function find(page: Page, typed: string, line: string | RegExp): Promise<void> {
  await page.getByRole('combobox').fill(typed);
  const wanted = String(line).startsWith(SEARCH_EVERYTHING);
  const answer = page.locator('[role="option"][aria-selected="true"]', {
    hasText: line,
    ...(wanted ? {} : { hasNotText: SEARCH_EVERYTHING }),
  });
  await answer.waitFor();
}

describe('the palette', () => {
  it('finds a model by a slip, a column, a run and a command, by keyboard alone', async () => {
    const { page, problems, close } = await site.open({ permissions: ['clipboard-read'] });
    await page.goto(site.url);
    await page.keyboard.press('Control+k');
    await find(page, 'fct_ordre_lines', 'fct_order_lines');
    await page.keyboard.press('Enter');
    await page.waitForURL(site.url + MODEL);

    await page.keyboard.press('Control+k');
    await find(page, 'customer_id', /in \d+ resources/);
    await page.keyboard.press('Enter');
    await page.keyboard.type('cust_360');
    await page.locator('[aria-selected="true"]', { hasText: 'cust_360' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/model\.fjord_coffee\.cust_360\/#column-customer_id$/);

    // What was looked at before stands first.
    await page.keyboard.press('/');
    await page.getByRole('combobox').waitFor();
    expect(await chosen(page)).toBe('fct_order_lines');
    await find(page, 'dbt build failed', 'dbt build');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/runs\/[0-9a-f-]+\/$/);

    await page.keyboard.press('Control+k');
    await find(page, 'dark mode', 'Use the dark theme');
    await page.keyboard.press('Enter');
    // Enter waits for names, which may be what was meant.
    await page.locator('html[data-theme="dark"]').waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it('is walked by keys, says how much there is, and gives the focus back', async () => {
    const { page, close } = await site.open();
    await page.goto(site.url + MODEL);
    const opener = page.getByRole('button', { name: 'Search' });
    await opener.press('Enter');
    const input = page.getByRole('combobox', { name: 'Search, or type a command' });
    await input.waitFor();
    const first = await chosen(page);
    await page.keyboard.press('End');
    const last = await chosen(page);
    expect(last).not.toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await chosen(page)).toBe(first);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageUp');
    expect(await chosen(page)).toBe(first);

    await input.fill('orders');
    await page.locator('.palette [role="status"]', { hasText: /^\d+ results$/ }).waitFor();
    // A word that is still being composed takes no Enter.
    await input.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    expect(await page.getByRole('dialog').count()).toBe(1);
    await find(page, 'customer_id', /in \d+ resources/);
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: /^Choose: customer_id in/ }).waitFor();
    await page.keyboard.press('Escape');
    expect(await input.inputValue()).toBe('customer_id');
    await find(page, 'fct_orders', 'fct_orders');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('combobox', { name: 'Choose: fct_orders' }).waitFor();
    await page.keyboard.type('json');
    expect(await chosen(page)).toBe('Open it as JSON');
    await page.keyboard.press('Escape');
    await find(page, 'customer_id', 'customer_id');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
    await close();
  });

  it('opens in a new tab what Ctrl is held for, and stays', async () => {
    const { page, close } = await site.open();
    await page.goto(site.url);
    await page.keyboard.press('Control+k');
    await find(page, 'fct_order_lines', 'fct_order_lines');
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.keyboard.press('Control+Enter'),
    ]);
    await tab.waitForURL(site.url + MODEL);
    expect(await page.getByRole('dialog').count()).toBe(1);
    await close();
  });

  it.each(['light', 'dark'] as const)('breaks no rule of axe, %s', async (colorScheme) => {
    const options = { colorScheme, reducedMotion: 'reduce' } as const;
    const { page, close } = await site.open(options);
    await page.goto(site.url + MODEL);
    await page.keyboard.press('Control+k');
    await find(page, 'order', 'order');
    expect(await violations(page)).toEqual([]);
    await find(page, 'lines of orders merged', 'in the description: Lines of orders');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('combobox').fill('');
    expect(await violations(page)).toEqual([]);
    await close();
  });

  it('hands what it does not find to the page of search, and is a link without JavaScript', async () => {
    const { page, problems, close } = await site.open();
    await page.goto(site.url + MODEL);
    await page.keyboard.press('Control+k');
    await find(page, 'zzzz', 'Search everything for “zzzz”');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}search/?q=zzzz`);
    expect(problems).toEqual([]);
    await close();

    const plain = await site.open({ javaScriptEnabled: false });
    await plain.page.goto(site.url + MODEL);
    expect(await plain.page.locator('#palette').isVisible()).toBe(false);
    await plain.page.locator('.header').getByRole('link', { name: 'Search' }).click();
    await plain.page.waitForURL(`${site.url}search/`);
    await plain.close();
  });

  it('leaves / to a filter, and answers ⌘K or Ctrl K while single keys are off', async () => {
    const { page, close } = await site.open();
    await page.goto(`${site.url}models/`);
    await page.keyboard.press('/');
    expect(await page.locator('.filter:focus').count()).toBe(1);
    await page.evaluate(() => localStorage.setItem('dbt-workbench:shortcuts', 'off'));
    await page.goto(site.url + MODEL);
    await page.keyboard.press('/');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    expect(await page.locator('.palette-keys').count()).toBe(0);
    await close();
  });
});
