import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SUB_PATH } from '../sample-site.ts';
import { openPage } from './browser.ts';
import { middleOf, openExplorer, openGraphicsBrowser, SOFTWARE_WEBGL } from './explorer.ts';
import { serveFolder, type FolderServer } from './server.ts';

const ORDERS = 'model.fjord_coffee.fct_orders';

let site: FolderServer;
let browser: Browser;
beforeAll(async () => {
  site = await serveFolder(inject('subPathSite'), SUB_PATH);
  browser = await openGraphicsBrowser(SOFTWARE_WEBGL);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function exported(page: Page, format: string): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: format, exact: true }).click();
  return readFile(await (await download).path());
}

describe('the explorer', () => {
  it('exports what is shown in every form', async () => {
    const url = `${site.url}lineage/?select=1%2Bfct_orders`;
    const { page, problems, close } = await openExplorer(browser, url, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByText(/^2 of/).waitFor();
    await page.getByText('Export what is shown').click();
    const svg = String(await exported(page, 'SVG'));
    expect(svg).toMatch(/^<svg [^>]*viewBox/);
    expect(svg).toContain('int_orders_joined');
    const png = await exported(page, 'PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(Math.min(width, height)).toBeGreaterThan(40);
    expect(String(await exported(page, 'Mermaid'))).toMatch(/^(graph|flowchart) LR/);
    expect(String(await exported(page, 'DOT'))).toMatch(/^digraph /);
    expect(String(await exported(page, 'CSV'))).toContain(ORDERS);
    expect(JSON.parse(String(await exported(page, 'JSON')))).toMatchObject({
      nodes: [{ name: 'fct_orders' }, { name: 'int_orders_joined' }],
    });
    await page.getByRole('button', { name: 'dbt command' }).click();
    await page
      .locator('#live', { hasText: 'The dbt command is copied.' })
      .waitFor({ state: 'attached' });
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `dbt ls --select '1+fct_orders'`,
    );
    expect(problems).toEqual([]);
    await close();
  });

  it('folds what lies upstream away again, and unfolds it', async () => {
    const { page, close } = await openExplorer(browser, `${site.url}lineage/?select=fct_orders`);
    await page.getByText(/^1 of/).waitFor();
    const drawing = page.getByRole('application');
    const { x, y } = await middleOf(page);
    await page.mouse.click(x, y);
    await drawing.focus();
    await page.keyboard.press('<');
    await page.getByText(/^2 of/).waitFor();
    await page.keyboard.press('<');
    await page.getByText(/^1 of/).waitFor();
    await close();
  });

  it('becomes the list when the browser takes its drawing away', async () => {
    const { page, close } = await openExplorer(
      browser,
      `${site.url}lineage/?select=1%2Bfct_orders`,
    );
    await page.getByRole('application').waitFor();
    await page.evaluate(() => {
      for (const canvas of document.querySelectorAll('canvas'))
        canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    });
    await page.getByText('WebGL was lost').waitFor();
    expect(await page.locator('.lx-row').count()).toBe(2);
    await close();
  });

  it('chooses what a finger taps on', async () => {
    const { page, close } = await openExplorer(browser, `${site.url}lineage/?select=fct_orders`, {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 412, height: 800 },
    });
    const { x, y } = await middleOf(page);
    await page.touchscreen.tap(x, y);
    await page.waitForURL((url) => url.searchParams.get('node') === ORDERS);
    await close();
  });

  it('leaves the static list where its graph can’t be had', async () => {
    const { page, close } = await openPage(browser);
    await page.route('**/lineage/index.json', (route) => route.abort());
    await page.goto(`${site.url}lineage/`);
    await page.getByRole('button', { name: 'Open the graph' }).waitFor();
    await page
      .getByRole('row', { name: /fct_orders/ })
      .first()
      .waitFor();
    await close();
  });
});
