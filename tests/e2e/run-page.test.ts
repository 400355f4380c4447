import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { SUB_PATH } from '../sample-site.ts';
import { shorten, violations } from './axe.ts';
import { addressOf } from './browser.ts';
import { useSite } from './use-site.ts';

interface RunItem {
  readonly id: string;
  readonly href: string;
  readonly command: string;
  readonly counts: Readonly<Record<string, number>>;
}

const folder = inject('subPathSite');
const { items } = JSON.parse(readFileSync(join(folder, 'runs/index.json'), 'utf8')) as {
  items: readonly RunItem[];
};
/** The newest whole build, in which something failed and was skipped. */
const failed = items.find(
  ({ counts }) => (counts['error'] ?? 0) > 0 && (counts['skipped'] ?? 0) > 9,
);
const older = items.findLast(({ command }) => command === 'dbt build');
if (failed === undefined || older === undefined) throw new Error('The sample has no such runs.');

const site = useSite(folder, SUB_PATH);

function urlOf({ href }: RunItem, search = ''): string {
  return new URL(href + search, site.url).href;
}

/** What a screen reader is told of the node that is chosen. */
async function active(page: Page): Promise<string> {
  const list = page.getByRole('listbox');
  const id = await list.getAttribute('aria-activedescendant');
  return (await page.locator(`[id="${id ?? 'none'}"]`).getAttribute('aria-label')) ?? '';
}

describe('the timeline', () => {
  it('is walked by keys, keeps its state in the URL, and is what axe wants it to be', async () => {
    const { page, problems, close } = await site.open({ colorScheme: 'light' });
    await page.goto(urlOf(failed, '?rows=time'));
    const list = page.getByRole('listbox');
    await list.focus();
    await shorten(page);
    await page.keyboard.press('Home');
    const first = await active(page);
    expect(first).toMatch(/starts at .*took /);
    await page.keyboard.press('ArrowDown');
    expect(await active(page)).not.toBe(first);
    expect((await addressOf(page)).searchParams.get('node')).toMatch(/^\w+\.\w+\./);
    await page.keyboard.press('+');
    expect((await addressOf(page)).searchParams.has('from')).toBe(true);
    await page.keyboard.press('0');
    expect((await addressOf(page)).searchParams.has('from')).toBe(false);

    await page.getByRole('button', { name: 'By thread' }).click();
    await list.focus();
    const inLane = await active(page);
    await page.keyboard.press('ArrowRight');
    expect(await active(page)).not.toBe(inLane);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Critical path' }).click();
    expect(await page.getByRole('option').count()).toBeGreaterThan(1);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page)).toEqual([]);
    await page.goBack();
    expect((await addressOf(page)).searchParams.get('rows')).toBe('thread');
    expect(problems).toEqual([]);
    await close();
  });
});

describe('a comparison', () => {
  it('with any run is made from the URL, and by choosing another', async () => {
    const { page, problems, close } = await site.open();
    await page.goto(urlOf(failed, `?compare=${older.id}`));
    // Beforehand it names the run that the page itself was compared with.
    const said = page.locator('[data-compared-with]', { hasText: 'Compared with' });
    await said.locator(`a[href="${older.href}"]`).waitFor();
    expect(await page.locator('#compared summary').allInnerTexts()).toContainEqual(
      expect.stringMatching(/^Newly failing: \d/),
    );
    const select = page.getByLabel('Compare with another run');
    const other = await select.locator('option').nth(1).getAttribute('value');
    await select.selectOption(other);
    await expect.poll(async () => (await addressOf(page)).searchParams.get('compare')).toBe(other);
    expect(problems).toEqual([]);
    await close();
  });
});

describe('a log', () => {
  it('is searched and filtered by level, and the filter stands in the URL', async () => {
    const logged = items.find(({ counts }) => (counts['success'] ?? 0) > 50);
    if (logged === undefined) throw new Error('The sample has no such run.');
    const { page, problems, close } = await site.open();
    await page.goto(urlOf(logged, '?log-level=warn'));
    const lines = page.locator('.log-lines li');
    await lines.first().waitFor();
    const levels = new Set(await lines.locator('b').allInnerTexts());
    expect([...levels].every((level) => level === 'warn' || level === 'error')).toBe(true);
    await page.getByLabel('Level', { exact: true }).selectOption('');
    await page.getByLabel('Search the log').fill('running with');
    await expect.poll(() => lines.count()).toBe(1);
    expect((await addressOf(page)).searchParams.get('log')).toBe('running with');
    expect(problems).toEqual([]);
    await close();
  });
});

it('says without JavaScript what failed, what made it slow, and what changed', async () => {
  const { page, close } = await site.open({ javaScriptEnabled: false });
  await page.goto(urlOf(failed));
  const sections = await page.locator('main h2').allInnerTexts();
  expect(sections.map((text) => text.replace(/\s.*/s, ''))).toEqual(
    expect.arrayContaining(['Failures', 'Timing', 'Compared', 'Results']),
  );
  expect(await page.locator('#results tbody tr[id]').count()).toBeGreaterThan(200);
  expect(await page.locator('#results .bars').count()).toBeGreaterThan(100);
  expect(await page.locator('[data-bars]').isVisible()).toBe(false);
  await close();
});
