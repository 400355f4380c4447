import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { SUB_PATH } from '../sample-site.ts';
import { useSite } from './use-site.ts';

const MODEL = 'models/model.fjord_coffee.fct_orders/';
const MOST_STOPS = 80;

const site = useSite(inject('subPathSite'), SUB_PATH);

/** Presses Tab until a link of this name has the focus, as a reader without a mouse would. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => {
      // A chip of the filter may be called the same.
      const copy = document.activeElement?.cloneNode(true);
      if (!(copy instanceof HTMLAnchorElement)) return '';
      for (const hidden of copy.querySelectorAll('[aria-hidden]')) hidden.remove();
      return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    });
    if (text === name) return;
  }
  throw new Error(`${MOST_STOPS} presses of Tab did not reach “${name}” on ${page.url()}.`);
}

async function heading(page: Page): Promise<string> {
  return (await page.locator('h1').innerText()).replaceAll(/\s+/g, ' ').trim();
}

describe('with the keyboard alone', () => {
  it('a reader gets from the first page to the code of a model', async () => {
    const { page, problems, close } = await site.open({
      viewport: { width: 1280, height: 800 },
    });
    await page.goto(site.url);
    await tabTo(page, 'Models');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}models/`);

    await page.keyboard.press('/');
    await page.keyboard.type('fct_orders');
    await page.locator('.list-count', { hasText: /of \d+ models/ }).waitFor();
    await tabTo(page, 'fct_orders');
    await page.keyboard.press('Enter');
    await page.waitForURL(site.url + MODEL);

    await tabTo(page, 'Code');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#code$/);
    await tabTo(page, 'Compiled');
    await page.keyboard.press('Enter');
    expect(await page.locator('#compiled').isVisible()).toBe(true);
    expect(await page.locator('#source').isVisible()).toBe(false);
    expect(problems).toEqual([]);
    await close();
  });

  it('a reader sets the theme, and finds it again on the next page', async () => {
    const { page, close } = await site.open();
    await page.goto(site.url + MODEL);
    await page.locator('#theme').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const theme = () => page.locator('html').getAttribute('data-theme');
    const chosen = await theme();
    await page.goto(`${site.url}models/`);
    expect([chosen, await theme()]).toEqual(['dark', 'dark']);
    await close();
  });
});

describe('at an address that leads nowhere', () => {
  it('a reader finds the page whose name comes closest', async () => {
    const { page, close } = await site.open();
    await page.goto(`${site.url}models/model.fjord_coffee.fct_ordrs/`);
    const nearest = page.locator('#nearest').getByRole('link');
    await nearest.first().waitFor();
    expect(await nearest.allInnerTexts()).toEqual(['fct_orders']);
    await nearest.first().click();
    await page.waitForURL(site.url + MODEL);
    await close();
  });
});

describe('without JavaScript', () => {
  it('a reader gets from the menu of a small screen to what feeds a model', async () => {
    const { page, problems, close } = await site.open({
      viewport: { width: 320, height: 640 },
      javaScriptEnabled: false,
    });
    await page.goto(site.url);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.locator('#sidebar').getByRole('link', { name: 'Models', exact: true }).click();
    await page.waitForURL(`${site.url}models/`);
    expect(await heading(page)).toBe('Models');
    await page.locator('main').getByRole('link', { name: 'fct_orders' }).first().click();
    await page.waitForURL(site.url + MODEL);
    expect(await heading(page)).toBe('Model fct_orders');
    await page.locator('#lineage .list').getByRole('link', { name: 'int_orders_joined' }).click();
    await page.waitForURL(/int_orders_joined/);
    expect(await heading(page)).toBe('Model int_orders_joined');
    expect(await page.locator('button:visible').allInnerTexts()).toEqual(['Menu']);
    expect(problems).toEqual([]);
    await close();
  });
});

describe('on paper', () => {
  it('a model has its messages and its code, and nothing to press', async () => {
    const { page, close } = await site.open();
    await page.goto(site.url + MODEL);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('button:visible, nav:visible:not(.breadcrumbs)').count()).toBe(0);
    expect(await page.locator('#source pre').isVisible()).toBe(true);
    expect(await page.locator('#runs pre').first().isVisible()).toBe(true);
    await close();
  });
});
