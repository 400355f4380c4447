import { rawObject, rawText, rawTexts } from './raw-json.ts';
import type { Raw } from './raw-json.ts';

/**
 * What a generic test stands on, read as a person would read the JSON. Singular tests, which
 * have no `test_metadata`, stand on nothing, as in dbt itself.
 *
 * 1. `attached_node` (dbt 1.5 and later) says it, where the manifest holds that node.
 * 2. A test with one parent tests that parent.
 * 3. A generic test with several (`relationships`, `equality`) names the one it stands on in its
 *    `model` argument: `{{ get_where_subquery(ref('orders')) }}`.
 *
 * @returns null when none of them tells
 */
export function testedNode(test: Raw, entries: ReadonlyMap<string, Raw>): string | null {
  const attached = rawText(test['attached_node']);
  if (attached !== null) return entries.has(attached) ? attached : null;
  if (Object.keys(rawObject(test['test_metadata'])).length === 0) return null;
  const named = new Set(rawTexts(rawObject(test['depends_on'])['nodes']));
  const parents = [...named].filter((id) => entries.has(id));
  const kwargs = rawObject(rawObject(test['test_metadata'])['kwargs']);
  const model = rawText(kwargs['model']);
  // A parent that is named but gone may have been the tested one: then the argument decides.
  if (named.size === 1 && parents[0] !== undefined) return parents[0];
  const reference = model === null ? null : readReference(model);
  if (reference === null) return null;
  const matching = parents.filter((id) => matches(reference, rawObject(entries.get(id))));
  return matching.length === 1 ? (matching[0] ?? null) : null;
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
