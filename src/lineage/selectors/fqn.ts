import { fnmatcher } from './fnmatch.ts';
import type { Selectable } from './selectable.ts';

const HAS_WILDCARD = /[*?[\]]/;

/**
 * Whether the fully qualified name of a resource, with or without its package, matches: by its last part, or by dotted
 * parts from the first on. From the first part that has a wildcard the pattern covers all that follows.
 */
export function matchesFqn(node: Selectable, value: string): boolean {
  const isVersioned = node.resourceType === 'model' && node.version !== null;
  return matches(node.fqn, value, isVersioned) || matches(node.fqn.slice(1), value, isVersioned);
}

function matches(fqn: readonly string[], value: string, isVersioned: boolean): boolean {
  const leaf = (isVersioned ? fqn.at(-2) : fqn.at(-1)) ?? null;
  if (leaf === null) return false;
  if (leaf === value) return true;
  const wanted = value.split('.');
  // `orders.v2` and `orders_v2` both name a version.
  if (isVersioned && fqn.slice(-2).join('_') === wanted.slice(-2).join('_')) return true;
  const parts = fqn.flatMap((segment) => segment.split('.'));
  if (parts.length < wanted.length) return false;
  const wildcard = wanted.findIndex((part) => HAS_WILDCARD.test(part));
  const exact = wildcard < 0 ? wanted : wanted.slice(0, wildcard);
  if (exact.some((part, index) => parts[index] !== part)) return false;
  if (wildcard < 0) return true;
  if (fnmatcher(wanted.slice(wildcard).join('.'))(parts.slice(wildcard).join('.'))) return true;
  return wanted.length === 1 && fnmatcher(value)(leaf);
}
