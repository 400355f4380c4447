import type { ManifestNode } from '../artifacts/manifest/node.ts';
import { unquotedName } from './column-name.ts';
import { isGenericTest } from './details/test.ts';
import type { NameIndex } from './name-index.ts';
import { parseRefText } from './ref-text.ts';

/**
 * The resource that a generic test is attached to; null for singular tests, and where it can't be told.
 *
 * dbt ≥ 1.5 says it (`attached_node`). Before, the test's `model` argument names it. dbt Fusion leaves both out: then
 * it is the only parent. A relationships test has two parents and lists the tested one last.
 */
export function attachedNode(
  test: ManifestNode,
  names: NameIndex,
  exists: (id: string) => boolean,
): string | null {
  if (!isGenericTest(test)) return null;
  const orNull = (id: string | null): string | null => (id !== null && exists(id) ? id : null);
  // What is named but absent is disabled; its test must not end up on another node.
  if (test.attached_node !== null) return orNull(test.attached_node);
  const parents = test.depends_on.nodes.filter(exists);
  const model = test.test_metadata?.kwargs['model'];
  const ref = typeof model === 'string' ? parseRefText(model) : null;
  if (ref !== null) return orNull(names.resolve(ref, parents));
  const lastRef = test.refs.at(-1);
  if (lastRef !== undefined && test.sources.length === 0) {
    const { name, package: packageName, version } = lastRef;
    return orNull(names.resolve({ kind: 'ref', name, packageName, version }, parents));
  }
  return parents.at(-1) ?? null;
}

/**
 * The column that a generic test is about; null for tests of a whole resource.
 * Where dbt Fusion leaves it out, dbt's naming rule (`not_null_<model>_<column>`) gives it, if such a column exists.
 */
export function testedColumn(
  test: ManifestNode,
  attached: {
    readonly name: string;
    readonly columns: readonly { readonly name: string }[];
  } | null,
): string | null {
  const stated = test.column_name ?? test.test_metadata?.kwargs['column_name'];
  // dbt quotes it where `quote: true`.
  if (typeof stated === 'string' && stated !== '') return unquotedName(stated);
  if (attached === null || test.test_metadata !== null) return null;
  return (
    attached.columns.find(({ name }) =>
      ['not_null', 'unique'].some((prefix) => test.name === `${prefix}_${attached.name}_${name}`),
    )?.name ?? null
  );
}
