import { describe, expect, inject, it } from 'vitest';
import { addressOf } from './browser.ts';
import { useSite } from './use-site.ts';

const LIST = 'health/states/healthy/';

const site = useSite(inject('largeSite'));

describe('a page of tables', () => {
  it('is filtered from the keyboard, with what stands on further pages, and walked through', async () => {
    const { page, problems, close } = await site.open();
    const names = page.locator('.data > tbody > tr > th .name');
    await page.goto(`${site.url}${LIST}page/2/`);
    const last = await names.last().innerText();
    await page.goto(site.url + LIST);
    const first = await names.first().innerText();
    const count = await names.count();
    expect(await names.allInnerTexts()).not.toContain(last);

    await page.keyboard.press('/');
    await page.keyboard.type(last);
    await page.locator('.list-count', { hasText: /^\d+ of [\d,]+ rows$/ }).waitFor();
    expect(await names.allInnerTexts()).toContain(last);
    expect((await addressOf(page)).searchParams.get('q')).toBe(last);

    await page.keyboard.press('Escape');
    expect(await names.count()).toBe(count);
    expect((await addressOf(page)).search).toBe('');
    await page.locator('.filter').blur();
    for (const key of ['j', 'j', 'k']) await page.keyboard.press(key);
    await page.locator('a.name:focus', { hasText: first }).waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});
