import type { TestDetails } from '../../project/details/details.ts';
import { byText } from '../../project/order.ts';
import type { Resource } from '../../project/resource.ts';
import { holdsData } from '../../project/resource-types.ts';
import { testsOf as testsOfProject } from '../../project/tests-of.ts';
import { statusRank } from '../../runs/status.ts';
import { currentStatus, NOT_RUN, type ViewContext } from '../context.ts';
import { formatNumber } from '../../messages/format-number.ts';
import { RESOURCE } from '../../messages/resource.ts';
import { testAnchor } from '../links.ts';
import type { TestRow, TestsView } from '../resource-page.ts';
import { lastKinds, pastOf, sinceFact } from './past.ts';

const WORDS = RESOURCE.tests;

/** Every test that watches a resource, by unique_id: attached ones, singular tests that read it, and its unit tests. */
export function testsOf(resource: Resource, { project }: ViewContext): readonly string[] {
  return testsOfProject(resource, project);
}

/** The tests of a resource, worst first; null for types that nobody tests. */
export function testsView(resource: Resource, context: ViewContext): TestsView | null {
  const { project } = context;
  const ids = testsOf(resource, context);
  if (ids.length === 0 && !holdsData(resource.resourceType)) return null;
  const rows = ids
    .flatMap((id) => {
      const test = project.resources.get(id);
      return test === undefined ? [] : [testRow(test, context)];
    })
    .sort(
      (a, b) =>
        statusRank(a.status.kind) - statusRank(b.status.kind) ||
        byText((row: TestRow) => row.columnName ?? '')(a, b) ||
        byText((row: TestRow) => row.uniqueId)(a, b),
    );
  return {
    summary: summaryOf(rows),
    rows,
    empty: rows.length === 0 ? { ...RESOURCE.empty.tests, command: null } : null,
  };
}

function testRow(test: Resource, context: ViewContext): TestRow {
  const past = context.history.latest(test.uniqueId);
  const back = pastOf(test.uniqueId, context);
  const details = test.details.kind === 'test' ? test.details : null;
  const name = testName(test.uniqueId, context);
  return {
    anchor: testAnchor(test.uniqueId),
    uniqueId: test.uniqueId,
    name,
    fullName: test.name === name ? null : test.name,
    columnName: details?.columnName ?? null,
    detail: details === null ? WORDS.unitTest : testDetail(details),
    severity: details?.severity ?? 'error',
    status: currentStatus(context, test.uniqueId) ?? NOT_RUN,
    message: past?.result.message ?? null,
    failures: past?.result.failures ?? null,
    at: past?.result.completedAt ?? past?.run.completedAt ?? null,
    since: sinceFact(back, context),
    last: lastKinds(back),
    href:
      context.links.pagePath(test.uniqueId) === null
        ? null
        : context.links.link(test.uniqueId).href,
    compiledCode: context.links.pagePath(test.uniqueId) === null ? test.compiledCode : null,
  };
}

/** A generic test by its short name (`unique`, `dbt_utils.expression_is_true`), any other by its own. */
export function testName(uniqueId: string, context: ViewContext): string {
  const test = context.project.resources.get(uniqueId);
  if (test?.details.kind === 'test' && test.details.testName !== null) return test.details.testName;
  return test?.name ?? uniqueId;
}

/** What a test demands, in few words; empty when its name says all. */
export function testDetail(details: TestDetails): string {
  const { kwargs } = details;
  const parts: string[] = [];
  const values = kwargs['values'];
  if (Array.isArray(values)) parts.push(`in ${values.map(plain).join(', ')}`);
  const to = kwargs['to'];
  if (typeof to === 'string')
    parts.push(`→ ${to}${typeof kwargs['field'] === 'string' ? `.${kwargs['field']}` : ''}`);
  for (const [name, value] of Object.entries(kwargs)) {
    if (SAID_ELSEWHERE.has(name) || value === null) continue;
    parts.push(`${name}: ${plain(value)}`);
  }
  if (details.where !== null) parts.push(`where ${details.where}`);
  const text = parts.join('; ');
  return text.length > MOST_DETAIL ? `${text.slice(0, MOST_DETAIL)}…` : text;
}

const SAID_ELSEWHERE: ReadonlySet<string> = new Set([
  'model',
  'column_name',
  'values',
  'to',
  'field',
  'name',
  'where',
]);
const MOST_DETAIL = 300;

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function summaryOf(rows: readonly TestRow[]): string {
  const count = (kind: TestRow['status']['kind']): number =>
    rows.filter((row) => row.status.kind === kind).length;
  const parts = [
    [count('success'), WORDS.counted.success],
    [count('error'), WORDS.counted.error],
    [count('warn'), WORDS.counted.warn],
    [count('skipped') + count('partial'), WORDS.counted.skipped],
    [count('none'), WORDS.counted.none],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${formatNumber(number)} ${word}`)
    .join(', ');
}
