import { describe, expect, inject, it } from 'vitest';
import { SUB_PATH } from '../sample-site.ts';
import { violations } from './axe.ts';
import { useSite } from './use-site.ts';

const site = useSite(inject('subPathSite'), SUB_PATH);

describe('keyboard shortcuts', () => {
  it('lead to the parts of the site', async () => {
    const { page, close } = await site.open();
    await page.goto(site.url);
    for (const [key, path] of [
      ['m', 'models/'],
      ['r', 'runs/'],
      ['l', 'lineage/'],
      ['a', 'artifacts/'],
      ['s', 'health/'],
      ['h', ''],
    ] as const) {
      // Sent together: the second key counts only within a second of the first.
      await Promise.all([page.keyboard.press('g'), page.keyboard.press(key)]);
      await page.waitForURL(site.url + path);
    }
    await close();
  });

  it('are listed in a dialog, where they can be turned off for good', async () => {
    // What fades in has other colours while it does.
    const { page, problems, close } = await site.open({ reducedMotion: 'reduce' });
    await page.goto(`${site.url}models/`);
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await dialog.locator('kbd').allInnerTexts()).toEqual(
      expect.arrayContaining(['/', 'g', 'm', '?', 'Esc']),
    );
    await dialog.getByLabel('Single-key shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    // A script that is cut off by the reload would count as one that could not be loaded.
    await page.waitForLoadState('networkidle');
    await page.reload({ waitUntil: 'networkidle' });
    await page.keyboard.press('/');
    expect(await page.locator('.filter:focus').count()).toBe(0);
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await dialog.getByLabel('Single-key shortcuts').check();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('/');
    expect(await page.locator('.filter:focus').count()).toBe(1);
    expect(problems).toEqual([]);
    await close();
  });

  it('leave alone what is typed, and what other keys are held for', async () => {
    const { page, close } = await site.open();
    await page.goto(`${site.url}models/`);
    await page.locator('.filter').fill('');
    await page.keyboard.type('?gh/');
    expect(await page.locator('.filter').inputValue()).toBe('?gh/');
    await page.locator('.filter').blur();
    await page.keyboard.press('Control+/');
    expect(await page.locator('.filter:focus').count()).toBe(0);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await close();
  });
});
