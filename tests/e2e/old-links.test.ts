import { describe, expect, inject, it } from 'vitest';
import { SUB_PATH } from '../sample-site.ts';
import { useSite } from './use-site.ts';

const site = useSite(inject('subPathSite'), SUB_PATH);

describe('a link that was made for dbt docs', () => {
  it.each([
    ['#!/model/model.fjord_coffee.fct_orders?g_v=1', 'models/model.fjord_coffee.fct_orders/'],
    [
      'index.html#!/exposure/exposure.fjord_coffee.vat_return',
      'exposures/exposure.fjord_coffee.vat_return/',
    ],
    ['#!/model/model.fjord_coffee.no_such_model', 'models/'],
  ])('%s leads to %s', async (link, path) => {
    const { page, close } = await site.open();
    await page.goto(site.url + link);
    await page.waitForURL(site.url + path);
    expect(await page.locator('h1').count()).toBe(1);
    await close();
  });
});
