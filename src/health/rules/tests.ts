import type { RuleName } from '../../config/health-rules.ts';
import { findingWords, unansweredWords } from '../../messages/health-details.ts';
import type { Affected, Finder, Model, RuleInput } from './rule.ts';
import { modelsWhere } from './rule.ts';

/** Rules about what is tested. */
export const TEST_RULES = {
  'missing-primary-key-tests': (input) => {
    if (input.models.length === 0) return { unanswered: unansweredWords.noModels };
    return modelsWhere(input, (model) =>
      hasKeyTest(model, input) ? null : findingWords.noKeyTest,
    );
  },
  'untested-models': (input) => {
    if (input.models.length === 0) return { unanswered: unansweredWords.noModels };
    return modelsWhere(input, ({ id }) =>
      input.testsOf(id).length === 0 ? findingWords.noTest : null,
    );
  },
  'test-coverage': (input, { percent }) => {
    const tested = input.models.filter(({ id }) => input.testsOf(id).length > 0).length;
    return coverage(tested, input.models.length, percent);
  },
} as const satisfies { readonly [Name in RuleName]?: Finder<Name> };

/** One finding about the whole project when a share lies below its target. */
export function coverage(
  part: number,
  all: number,
  target: number,
): readonly Affected[] | { readonly unanswered: string } {
  if (all === 0) return { unanswered: unansweredWords.noModels };
  const percent = (part / all) * 100;
  if (percent >= target) return [];
  // Rounded down, or 999 of 1,000 would read as 100 %.
  const shown = Math.floor(percent * 10) / 10;
  return [{ id: null, detail: findingWords.coverage(part, all, shown, target) }];
}

/** Tests that say that several columns together are the key. */
const KEY_TESTS: ReadonlySet<string> = new Set([
  'unique_combination_of_columns',
  'dbt_utils.unique_combination_of_columns',
  'dbt_expectations.expect_compound_columns_to_be_unique',
  'dbt_constraints.primary_key',
  'primary_key',
]);

function hasKeyTest({ resource, details }: Model, { project }: RuleInput): boolean {
  const isKey = ({ type }: { readonly type: string }): boolean => type === 'primary_key';
  const isConstrained =
    details.constraints.some(isKey) || resource.columns.some((c) => c.constraints.some(isKey));
  if (details.contractEnforced && isConstrained) return true;
  const unique = new Set<string>();
  const notNull = new Set<string>();
  for (const id of resource.testIds) {
    const test = project.resources.get(id)?.details;
    if (test?.kind !== 'test' || test.testName === null) continue;
    if (KEY_TESTS.has(test.testName)) return true;
    const column = (test.columnName ?? '').toLowerCase();
    if (column === '') continue;
    if (test.testName === 'unique') unique.add(column);
    if (test.testName === 'not_null') notNull.add(column);
  }
  return [...unique].some((column) => notNull.has(column));
}
