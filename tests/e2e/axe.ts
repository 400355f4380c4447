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

/** What axe finds in a page, by all its rules or by some. */
export async function violations(page: Page, rules?: string[]): Promise<Violation[]> {
  const axe = new AxeBuilder({ page });
  const results = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  return results.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    count: nodes.length,
    first: nodes[0]?.html,
  }));
}
