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
 */
export async function violations(page: Page): Promise<Violation[]> {
  const results = await new AxeBuilder({ page }).exclude(':is(tr, li):nth-child(n+40)').analyze();
  return results.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    count: nodes.length,
    first: nodes[0]?.html,
  }));
}
