import type { ManifestNode } from '../../artifacts/manifest/node.ts';
import { textOf } from '../raw-values.ts';
import type { TestDetails } from './details.ts';

/** dbt's own generic tests, which a test's name begins with where dbt Fusion leaves `test_metadata` out. */
export const BUILT_IN_TESTS = ['accepted_values', 'not_null', 'relationships', 'unique'] as const;

/** True for tests declared in YAML, false for singular tests (a SQL file each). */
export function isGenericTest(node: ManifestNode): boolean {
  if (node.test_metadata !== null) return true;
  const path = node.original_file_path || node.path;
  return /\.ya?ml$/i.test(path) || /(^|[/\\])schema_test[/\\]/.test(node.path);
}

/** What only data tests tell. */
export function testDetails(
  node: ManifestNode,
  attachedNode: string | null,
  columnName: string | null,
): TestDetails {
  const isGeneric = isGenericTest(node);
  const { config } = node;
  return {
    kind: 'test',
    isGeneric,
    testName: isGeneric ? genericTestName(node) : null,
    kwargs: node.test_metadata?.kwargs ?? {},
    columnName,
    attachedNode,
    severity: (textOf(config['severity']) ?? 'error').toLowerCase(),
    where: textOf(config['where']),
    limit: typeof config['limit'] === 'number' ? config['limit'] : null,
    warnIf: textOf(config['warn_if']),
    errorIf: textOf(config['error_if']),
    storeFailures:
      config['store_failures'] === true || textOf(config['store_failures_as']) !== null,
  };
}

function genericTestName(node: ManifestNode): string | null {
  const metadata = node.test_metadata;
  if (metadata !== null) {
    return metadata.namespace === null ? metadata.name : `${metadata.namespace}.${metadata.name}`;
  }
  const name = node.name.replace(/^source_/, '');
  return BUILT_IN_TESTS.find((builtIn) => name.startsWith(`${builtIn}_`)) ?? null;
}
