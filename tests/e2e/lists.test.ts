import { describe, expect, inject, it } from 'vitest';
import { SUB_PATH } from '../sample-site.ts';
import { violations } from './axe.ts';
import { addressOf } from './browser.ts';
import { useSite } from './use-site.ts';

const site = useSite(inject('subPathSite'), SUB_PATH);

describe('a list below a sub-path', () => {
  it('filters from the keyboard, keeps the filter in its URL, and comes back to it', async () => {
    const { page, problems, close } = await site.open();
    await page.goto(`${site.url}models/`);
    const all = await page.locator('tbody a.name').count();
    await page.keyboard.press('/');
    await page.keyboard.type('path:marts/finance');
    await page.locator('.list-count', { hasText: `of ${all} models` }).waitFor();
    const names = await page.locator('tbody a.name').allInnerTexts();
    expect(names.length).toBeGreaterThan(1);
    expect(names.length).toBeLessThan(all);
    expect((await addressOf(page)).search).toBe('?q=path:marts/finance');

    await page.getByRole('button', { name: 'Duration' }).click();
    expect((await addressOf(page)).search).toBe('?q=path:marts/finance&sort=-duration');
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
    await page.goBack();
    expect(await page.locator('tbody a.name').allInnerTexts()).toEqual(names);

    const shared = await site.open();
    await shared.page.goto((await addressOf(page)).href);
    await shared.page.locator('.list-count', { hasText: `of ${all} models` }).waitFor();
    expect(await shared.page.locator('tbody a.name').allInnerTexts()).toEqual(names);
    await page.locator('.filter').press('Escape');
    expect(await page.locator('tbody a.name').count()).toBe(all);
    expect([...problems, ...shared.problems]).toEqual([]);
    await shared.close();
    await close();
  });

  it('offers values with counts, mirrors them in chips, and drops them one by one or all at once', async () => {
    const { page, problems, close } = await site.open();
    await page.goto(`${site.url}models/`);
    const count = page.locator('.list-count');
    const menu = page.locator('[data-facet="materialized"]');
    await menu.locator('summary').click();
    const view = menu.getByRole('checkbox', { name: /^view/ });
    const told = await menu.locator('label', { hasText: /^view/ }).locator('small').innerText();
    await view.check();
    await count.filter({ hasText: `${told} of` }).waitFor();
    expect((await addressOf(page)).search).toBe('?q=materialized:view');

    await page.keyboard.press('Escape');
    await page.locator('[data-facet="path"] summary').click();
    await page.getByRole('checkbox', { name: 'staging', exact: false }).first().check();
    expect((await addressOf(page)).search).toBe('?q=materialized:view+path:staging');
    await page.keyboard.press('Escape');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove materialized:view' }).click();
    expect((await addressOf(page)).search).toBe('?q=path:staging');
    await page.keyboard.press('Escape');
    expect((await addressOf(page)).search).toBe('');
    expect(await page.locator('.term').count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  it('groups, sorts and chooses columns, shows the same to whoever gets the link, and remembers the columns', async () => {
    const { page, problems, close } = await site.open();
    await page.goto(`${site.url}models/`);
    await page.getByText('Display', { exact: true }).click();
    await page.getByLabel('Group by').selectOption('materialized');
    await page.getByRole('checkbox', { name: 'Duration' }).uncheck();
    await page.getByRole('checkbox', { name: 'Tags' }).check();
    await page.keyboard.press('Escape');
    const url = await addressOf(page);
    expect(url.searchParams.get('group')).toBe('materialized');
    expect(url.searchParams.get('cols')).toMatch(/^status,.*tags$/);
    const read = (of: typeof page) => of.locator('thead th, tr.group-row button').allInnerTexts();
    const shown = await read(page);
    expect(shown).toEqual(expect.arrayContaining(['Tags', expect.stringMatching(/^table \d+$/)]));
    expect(shown).not.toContain('Duration');

    const group = page.getByRole('button', { name: /^table / });
    await group.click();
    expect(await group.getAttribute('aria-expanded')).toBe('false');
    expect(await group.evaluate((button) => button === document.activeElement)).toBe(true);

    const shared = await site.open();
    await shared.page.goto((await addressOf(page)).href);
    await shared.page.locator('.list-count', { hasText: 'models' }).waitFor();
    expect(await read(shared.page)).toEqual(shown);
    await page.goto(`${site.url}models/`);
    await page.locator('thead th', { hasText: 'Tags' }).waitFor();
    expect([...problems, ...shared.problems]).toEqual([]);
    await shared.close();
    await close();
  });

  it('goes from row to row by keys, opens one, and copies its id', async () => {
    const { page, close } = await site.open({
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.goto(`${site.url}models/`);
    const names = await page.locator('tbody a.name').allInnerTexts();
    const focused = page.locator('a.name:focus');
    await page.keyboard.press('j');
    await focused.waitFor();
    await page.keyboard.press('j');
    expect(await focused.innerText()).toBe(names[1]);
    await page.keyboard.press('k');
    expect(await focused.innerText()).toBe(names[0]);
    await page.keyboard.press('y');
    await page.locator('#live', { hasText: 'Copied' }).waitFor({ state: 'attached' });
    const id = await page.evaluate(() => navigator.clipboard.readText());
    expect(id).toMatch(/^model\./);
    await page.getByRole('button', { name: `Copy id ${id}` }).click();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await focused.innerText()).toBe(names[0]);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}models/${id}/`);
    await close();
  });

  it('says what it could be filtered by without JavaScript, with links to what stands on pages', async () => {
    const { page, close } = await site.open({ javaScriptEnabled: false });
    await page.goto(`${site.url}models/`);
    const menu = page.locator('[data-facet="health"]');
    await menu.locator('summary').click();
    expect(await menu.locator('small').first().innerText()).toMatch(/^\d+$/);
    await menu.locator('a').first().click();
    await page.waitForURL(/health\/states\//);
    expect(await page.locator('.list-bar:visible').count()).toBe(0);
    await close();
  });
});
