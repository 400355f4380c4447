import { rawObject, rawText, rawTexts } from './raw-json.ts';
import type { Raw } from './raw-json.ts';

/**
 * What a generic test stands on, read as a person would read the JSON. Singular tests, which
 * have no `test_metadata`, stand on nothing, as in dbt itself.
 *
 * 1. `attached_node` (dbt 1.5 and later) says it, where the manifest holds that node.
 * 2. The test's `model` argument names it: `{{ get_where_subquery(ref('orders')) }}`. A model that
 *    is switched off is not among the parents, and then the other parents were not the tested one.
 * 3. A test that says neither, and has one parent, tests that parent.
 *
 * @returns null when none of them tells
 */
export function testedNode(test: Raw, entries: ReadonlyMap<string, Raw>): string | null {
  const attached = rawText(test['attached_node']);
  if (attached !== null) return entries.has(attached) ? attached : null;
  if (Object.keys(rawObject(test['test_metadata'])).length === 0) return null;
  const parents = [...new Set(rawTexts(rawObject(test['depends_on'])['nodes']))];
  const model = rawText(rawObject(rawObject(test['test_metadata'])['kwargs'])['model']);
  const reference = model === null ? null : readReference(model);
  const candidates = parents.filter((id) => {
    const entry = entries.get(id);
    return entry !== undefined && (reference === null || matches(reference, entry));
  });
  // Where a parent is gone, the one that is left may be the other table of the test.
  const isCertain = candidates.length === 1 && (reference !== null || parents.length === 1);
  return isCertain ? (candidates[0] ?? null) : null;
}

interface Reference {
  readonly kind: string;
  readonly words: readonly string[];
}

function readReference(jinja: string): Reference | null {
  const call = /\b(ref|source)\(([^)]*)\)/.exec(jinja);
  if (call === null) return null;
  const [, kind = '', args = ''] = call;
  const positional = args.replace(/\bv(ersion)?\s*=\s*[^,]*/g, '');
  return {
    kind,
    words: [...positional.matchAll(/['"]([^'"]+)['"]/g)].map(([, word = '']) => word),
  };
}

function matches(reference: Reference, entry: Raw): boolean {
  const [first, second] = reference.words;
  if (reference.kind === 'source') {
    return entry['source_name'] === first && entry['name'] === second;
  }
  if (second === undefined) return entry['name'] === first;
  return entry['package_name'] === first && entry['name'] === second;
}
