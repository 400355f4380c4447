import type { ManifestNode } from '../artifacts/manifest/node.ts';
import { unquotedName } from './column-name.ts';
import { BUILT_IN_TESTS, isGenericTest } from './details/test.ts';
import type { NameIndex } from './name-index.ts';
import { parseRefText } from './ref-text.ts';

/**
 * The resource that a generic test is attached to; null for singular tests, and where it can't be told.
 *
 * dbt ≥ 1.5 says it (`attached_node`). Before, the test's `model` argument names it. dbt Fusion leaves both out: then
 * it is the only parent, or the one that the test's name begins with. Old dbt lists the tested one of two parents last.
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
  const named = test.test_metadata === null ? namedFirst(test.name, parents) : null;
  if (named !== null) return named;
  const lastRef = test.refs.at(-1);
  if (lastRef !== undefined && test.sources.length === 0) {
    const { name, package: packageName, version } = lastRef;
    return orNull(names.resolve({ kind: 'ref', name, packageName, version }, parents));
  }
  return parents.at(-1) ?? null;
}

/** How a test's name speaks of what it tests: `orders`, `customers_v2`, `<source>_<table>`. */
function nameInTests(id: string): string {
  return id.split('.').slice(2).join('_');
}

/**
 * Of several parents the one that a test's name has first, as dbt names tests `<test>_<tested>_<arguments>`. Where it may
 * be `orders` as well as `orders_items`, it is not the one that the arguments end in (`ref('orders')`), else the longer.
 */
function namedFirst(testName: string, parents: readonly string[]): string | null {
  if (parents.length < 2) return null;
  const places = parents.map((id) => {
    const name = nameInTests(id);
    const isReferred = ['ref', 'source'].some((word) => testName.endsWith(`_${word}_${name}_`));
    return { id, at: testName.indexOf(`_${name}_`), isReferred, length: name.length };
  });
  const found = places
    .filter(({ at }) => at >= 0)
    .sort(
      (a, b) => a.at - b.at || Number(a.isReferred) - Number(b.isReferred) || b.length - a.length,
    );
  return found[0]?.id ?? null;
}

/**
 * The column that a generic test is about; null for tests of a whole resource.
 * Where dbt Fusion leaves it out, dbt's naming rule (`not_null_<tested>_<column>__<other arguments>`) gives it, if such
 * a column exists.
 */
export function testedColumn(
  test: ManifestNode,
  attached: {
    readonly unique_id: string;
    readonly columns: readonly { readonly name: string }[];
  } | null,
): string | null {
  const stated = test.column_name ?? test.test_metadata?.kwargs['column_name'];
  // dbt quotes it where `quote: true`.
  if (typeof stated === 'string' && stated !== '') return unquotedName(stated);
  if (attached === null || test.test_metadata !== null) return null;
  const type = BUILT_IN_TESTS.find((name) => test.name.replace(/^source_/, '').startsWith(name));
  if (type === undefined) return null;
  const tested = `${type}_${nameInTests(attached.unique_id)}_`;
  const at = test.name.indexOf(tested);
  if (at < 0) return null;
  const rest = test.name.slice(at + tested.length);
  const fitting = attached.columns
    .map(({ name }) => name)
    .filter((name) => `${rest}__`.startsWith(`${name.replace(/[^\w]+/g, '_')}__`));
  // `status` and `status__old` both fit `status__old__a__b`.
  return fitting.sort((a, b) => b.length - a.length)[0] ?? null;
}
