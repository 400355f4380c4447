import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { SUB_PATH } from '../sample-site.ts';
import { violations } from './axe.ts';
import { addressOf } from './browser.ts';
import { useSite } from './use-site.ts';

const site = useSite(inject('subPathSite'), SUB_PATH);

/** Names of the sections with their first result. */
async function results(page: Page): Promise<string[]> {
  return page.locator('.search-section').evaluateAll((sections) =>
    sections.map((section) => {
      const name = section.querySelector('.hit .name')?.textContent ?? '';
      return `${section.getAttribute('aria-label') ?? ''}: ${name}`;
    }),
  );
}

async function search(page: Page, query: string): Promise<string[]> {
  await page.goto(`${site.url}search/?q=${encodeURIComponent(query)}`);
  await page.locator('#live:not(:empty)').waitFor();
  return results(page);
}

describe('the page of search', () => {
  it('finds names, columns and texts, each with where it leads', async () => {
    const { page, problems, close } = await site.open({ reducedMotion: 'reduce' });
    expect((await search(page, 'fct_ordres'))[0]).toBe('Resources: fct_orders');
    expect((await search(page, 'customer_id'))[0]).toBe('Columns: customer_id');
    expect(await search(page, 'for the tax office')).toEqual(['In texts: fin_vat_report']);
    expect(await page.locator('.hit-where').first().innerText()).toBe('in the description');
    const marked = page.locator('.hit').first().locator('mark');
    expect(await marked.allInnerTexts()).toEqual(['for', 'the', 'tax', 'office']);
    expect(await violations(page)).toEqual([]);
    await page.locator('.hit .name').first().click();
    await page.waitForURL(`${site.url}models/model.fjord_coffee.fin_vat_report/`);
    expect(problems).toEqual([]);
    await close();
  });

  it('keeps what was looked for in the address, and goes back to it', async () => {
    const { page, close } = await site.open();
    await page.goto(`${site.url}search/`);
    await page.locator('[data-query]').nth(1).click();
    await page.locator('.search-section').first().waitFor();
    expect((await addressOf(page)).searchParams.get('q')).toBe('customer_id');
    await page.getByRole('searchbox').fill('till type:model');
    await page.keyboard.press('Enter');
    await page.getByText('int_till_reconciliation').first().waitFor();
    expect((await addressOf(page)).searchParams.get('q')).toBe('till type:model');
    await page.goBack();
    await page.goBack();
    await page.locator('[data-start]').waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    await close();
  });

  it('filters by what is picked from menus with counts, and walks results by keys', async () => {
    const { page, close } = await site.open();
    await search(page, 'orders');
    await page.locator('[data-facet="type"] summary').click();
    const models = page.locator('[data-facet="type"] label', { hasText: 'model' }).first();
    const count = Number(await models.locator('small').innerText());
    expect(count).toBeGreaterThan(3);
    await models.click();
    expect((await addressOf(page)).search).toContain('type%3Amodel');
    // It says so while it searches, and shows what it has by then.
    await page.locator('.list-count:empty').waitFor({ state: 'attached' });
    const resources = page.getByRole('region', { name: 'Resources' });
    const types = await resources.locator('.hit .ty').allInnerTexts();
    expect(new Set(types)).toEqual(new Set(['MDL']));
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('ArrowDown');
    const first = page.locator('.hit').first().locator('a').first();
    expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
    await close();
  });

  it('leaves the focus on a result when more is found after it', async () => {
    const { page, close } = await site.open();
    let letGo = (): void => undefined;
    const isWalked = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/search/text/**', async (route) => {
      await isWalked;
      await route.continue();
    });
    await page.goto(`${site.url}search/?q=orders`);
    await page.locator('.hit').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const first = await page.locator('.hit a:focus').getAttribute('href');
    letGo();
    await page.locator('.list-count:empty').waitFor({ state: 'attached' });
    expect(await page.locator('.search-section').count()).toBeGreaterThan(1);
    expect(await page.locator('.hit a:focus').getAttribute('href')).toBe(first);
    await close();
  });

  it('takes what is typed before its script is there', async () => {
    const { page, close } = await site.open();
    await page.route(/Search\.astro/, async (route) => {
      await page.getByRole('searchbox').fill('fct_sales');
      await route.continue();
    });
    await page.goto(`${site.url}search/`);
    await page.locator('.search-section').first().waitFor();
    expect((await results(page))[0]).toBe('Resources: fct_sales');
    expect((await addressOf(page)).searchParams.get('q')).toBe('fct_sales');
    await close();
  });

  it('says so when nothing is found, and names the lists where there are no scripts', async () => {
    const { page, close } = await site.open();
    expect(await search(page, 'xyzzy plugh tag:nightly')).toEqual([]);
    await page.getByRole('link', { name: 'Search without filters' }).waitFor();
    await close();
    const plain = await site.open({ javaScriptEnabled: false });
    await plain.page.goto(`${site.url}search/`);
    await plain.page.getByRole('main').getByRole('link', { name: 'Models', exact: true }).waitFor();
    await plain.close();
  });
});
