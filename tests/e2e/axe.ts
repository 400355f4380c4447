import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** One rule that a page breaks. */
export interface Violation {
  readonly id: string;
  readonly help: string;
  /** How many elements break it. */
  readonly count: number;
  /** The markup of the first of them. */
  readonly first: string | undefined;
}

/**
 * What axe finds in a page. Of long tables and lists it looks at the first rows, since the others
 * are made alike and each costs it a tenth of a second.
 *
 * @param rules those that are asked; all by default
 */
export async function violations(page: Page, rules?: readonly string[]): Promise<Violation[]> {
  await standStill(page);
  const axe = new AxeBuilder({ page }).exclude(':is(tr, li):nth-child(n+40)');
  const results = await (rules === undefined ? axe : axe.withRules([...rules])).analyze();
  return results.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    count: nodes.length,
    first: nodes[0]?.html,
  }));
}

/** Waits until colours that change softly, as with the theme, have changed: in between their contrast says nothing. */
async function standStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // Some never end, and none of these is a change of colour.
    const ending = document.getAnimations().filter(({ effect }) => {
      return effect?.getComputedTiming().endTime !== Infinity;
    });
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** Rows and items of each table and list that stay. */
const KEPT = 20;

/**
 * Takes all but the first rows out of a page: axe walks through what it is told to exclude as well, which takes it half
 * a minute on a page of 500 rows.
 */
export async function shorten(page: Page): Promise<void> {
  await page.evaluate((kept) => {
    for (const table of document.querySelectorAll('table')) {
      const rows = [...table.querySelectorAll('tbody > tr')];
      for (const row of rows.slice(kept)) row.remove();
      for (const body of table.querySelectorAll('tbody:not(:has(tr))')) body.remove();
    }
    for (const list of document.querySelectorAll('ul, ol')) {
      for (const item of [...list.children].slice(kept)) item.remove();
    }
  }, KEPT);
}
