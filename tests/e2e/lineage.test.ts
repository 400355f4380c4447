import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SUB_PATH } from '../sample-site.ts';
import { violations } from './axe.ts';
import { openPage, type WatchedPage } from './browser.ts';
import { middleOf, openExplorer, openGraphicsBrowser, SOFTWARE_WEBGL } from './explorer.ts';
import { serveFolder, type FolderServer } from './server.ts';

const ORDERS = 'model.fjord_coffee.fct_orders';
const SELECTED = `?select=1%2Bfct_orders%2B1&node=${ORDERS}`;

let site: FolderServer;
beforeAll(async () => {
  site = await serveFolder(inject('subPathSite'), SUB_PATH);
});
afterAll(() => site.stop());

const openLineage = (browser: Browser, search: string): Promise<WatchedPage> =>
  openExplorer(browser, `${site.url}lineage/${search}`);

describe('the explorer', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openGraphicsBrowser(SOFTWARE_WEBGL);
  });
  afterAll(() => browser.close());

  it('draws what the URL selects, and walks along edges by keyboard', async () => {
    const { page, problems, close } = await openLineage(browser, SELECTED);
    const details = page.locator('.lx-details');
    await details.getByRole('heading', { name: 'fct_orders' }).waitFor();
    // Statuses come in a file of their own.
    await details.locator('.lx-facts .st').waitFor();
    const drawing = page.getByRole('application');
    await drawing.focus();
    await page.keyboard.press('ArrowLeft');
    await details.getByRole('heading', { name: 'int_orders_joined' }).waitFor();
    expect(await page.locator('#live').textContent()).toMatch(
      /^int_orders_joined, model, success, \d+ parents, \d+ children$/,
    );
    await page.waitForURL(
      (url) => url.searchParams.get('node') === 'model.fjord_coffee.int_orders_joined',
    );
    await page.keyboard.press('Escape');
    await details.waitFor({ state: 'hidden' });
    expect(problems).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await close();
  });

  it('colours the small map anew with the theme and with what colours tell', async () => {
    const { page, close } = await openLineage(browser, '');
    await page.getByRole('application').focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press('+');
    const map = page.locator('.lx-minimap');
    await map.waitFor();
    const picture = (): Promise<string> =>
      map.evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : ''));
    const atRest = async (): Promise<string> => {
      for (let before = ''; ;) {
        const now = await picture();
        if (now === before) return now;
        before = now;
        await page.waitForTimeout(250);
      }
    };
    let last = await atRest();
    for (const change of [
      () => page.emulateMedia({ colorScheme: 'dark' }),
      () => page.getByLabel('Colour by').selectOption({ label: 'Materialization' }),
    ]) {
      await change();
      await expect.poll(picture, { timeout: 10_000 }).not.toBe(last);
      last = await atRest();
    }
    await close();
  });

  it('selects by a click, goes back in the history, and offers names', async () => {
    const { page, close } = await openLineage(browser, '?select=fct_orders');
    const { x, y } = await middleOf(page);
    // One box stands in the middle.
    await page.mouse.click(x, y);
    await page.locator('.lx-details').getByRole('heading', { name: 'fct_orders' }).waitFor();
    await page.getByRole('button', { name: '±1' }).click();
    await page.getByText(/^7 of/).waitFor();
    await page.waitForURL((url) => url.searchParams.get('select') === '1+fct_orders+1');
    await page.goBack();
    await page.getByText(/^1 of/).waitFor();
    await page.getByRole('combobox', { name: 'Select' }).fill('fct_order_l');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.lx-details').getByRole('heading', { name: 'fct_order_lines' }).waitFor();
    await close();
  });

  it('takes dbt’s selectors, completes them, and marks what is wrong in one', async () => {
    const { page, problems, close } = await openLineage(
      browser,
      '?select=1%2Btag:finance,path:models',
    );
    await page.getByText(/^\d+ of/).waitFor();
    const box = page.getByRole('combobox', { name: 'Select' });
    await box.fill('fct_orders tag:fin');
    await page.getByRole('option', { name: 'finance' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe('fct_orders tag:finance');
    await box.fill('1+test_name:relationships');
    await page.keyboard.press('Enter');
    await page.waitForURL(/test_name/);
    await box.fill('fct_orders tagg:x');
    await page.keyboard.press('Enter');
    await page.getByText('There is no method "tagg". Did you mean tag?').waitFor();
    expect(await box.getAttribute('aria-invalid')).toBe('true');
    const marked = () => getSelection()?.toString();
    expect(await page.evaluate(marked)).toBe('tagg:x');
    expect(problems).toEqual([]);
    await close();
  });

  it('says which id it does not know', async () => {
    const { page, close } = await openLineage(browser, '?node=model.shop.gone&select=nobody');
    await page.getByText('Nothing here matches “nobody”. model.shop.gone is not part').waitFor();
    await close();
  });

  it('opens as the static list on a narrow screen, with a button for the graph', async () => {
    const { page, close } = await openPage(browser, { viewport: { width: 320, height: 640 } });
    await page.goto(`${site.url}lineage/`);
    expect(await page.locator('main tbody tr').count()).toBeGreaterThan(100);
    await page.getByRole('button', { name: 'Open the graph' }).click();
    await page.getByRole('application').waitFor();
    await close();
  });
});

it('shows the list where WebGL is missing, with the same selection and the same keys', async () => {
  const browser = await openGraphicsBrowser([
    ...['--disable-gpu', '--disable-webgl', '--disable-3d-apis'],
  ]);
  const { page, problems, close } = await openLineage(browser, SELECTED);
  await page.getByText('WebGL is missing').waitFor();
  const row = page.locator('.lx-row[aria-selected="true"]');
  await row.focus();
  await page.keyboard.press('ArrowLeft');
  await page.locator('.lx-details').getByRole('heading', { name: 'int_orders_joined' }).waitFor();
  expect(await page.locator('.lx-row').count()).toBe(7);
  const joined = page.getByRole('treeitem', {
    name: /int_orders_joined success 5 parents → 6 children/,
  });
  expect(await joined.getAttribute('aria-level')).toBe('1');
  expect(await joined.getAttribute('aria-expanded')).toBe('false');
  await page.keyboard.press('>');
  await page.getByText(/^12 of/).waitFor();
  expect(await joined.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('.lx-row:focus').getAttribute('aria-level')).toBe('2');
  expect(problems).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await close();
  await browser.close();
});
