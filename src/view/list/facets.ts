import { compareText } from '../../project/order.ts';
import { fieldValues, type Field } from './list-fields.ts';
import type { ListItem } from './list-item.ts';
import { matching, type ListIndex } from './match-query.ts';
import { parseQuery, termText, withoutTerm, type Term } from './parse-query.ts';

/** A field whose values can be picked, with how many items each would leave. */
export interface Facet {
  readonly field: Field;
  /** Most frequent first. */
  readonly values: readonly FacetValue[];
}

export interface FacetValue {
  readonly value: string;
  /** Items with it among those that the rest of the filter leaves. */
  readonly count: number;
  readonly isPicked: boolean;
}

/** In the order that they are offered in; the others have a value of their own for nearly every item. */
const FACETS: readonly Field[] = [
  'status',
  'health',
  'tests',
  'materialized',
  'access',
  'type',
  'severity',
  'maturity',
  'owner',
  'group',
  'tag',
  'package',
  'loader',
  'schema',
  'path',
  'has',
];

/**
 * The facets of a list: fields that tell its items apart. Counts of a field are made as if it were not filtered by, so
 * that another value can be seen before it is picked.
 */
export function facetsOf(index: ListIndex, query: string): Facet[] {
  const terms = parseQuery(query);
  const all = matching(index, terms);
  return FACETS.flatMap((field) => {
    const term = pickTerm(terms, field);
    const others = terms.filter((other) => other !== term);
    const inView = others.length === terms.length ? all : matching(index, others);
    const counts = new Map<string, number>();
    for (const item of index.items)
      for (const value of fieldValues(item, field)) counts.set(value, 0);
    if (counts.size === 0 || (counts.size === 1 && isEverywhere(index.items, field))) return [];
    for (const at of inView) {
      const item = index.items[at];
      if (item === undefined) continue;
      for (const value of fieldValues(item, field)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const picked = new Set(term?.values.map(({ text }) => text.toLowerCase()));
    const values = [...counts]
      .map(([value, count]) => ({ value, count, isPicked: picked.has(value.toLowerCase()) }))
      .filter(({ count, isPicked }) => count > 0 || isPicked)
      .sort((a, b) => b.count - a.count || compareText(a.value, b.value));
    return values.length === 0 ? [] : [{ field, values }];
  });
}

/** Adds a value to what a filter asks of a field, or takes it away. */
export function togglePick(query: string, field: Field, value: string): string {
  const terms = parseQuery(query);
  const term = pickTerm(terms, field);
  const values = term?.values.map(({ text }) => text) ?? [];
  const isPicked = values.some((text) => text.toLowerCase() === value.toLowerCase());
  const left = isPicked
    ? values.filter((text) => text.toLowerCase() !== value.toLowerCase())
    : [...values, value];
  const rest = term === undefined ? query.trim() : withoutTerm(query, terms.indexOf(term));
  return [rest, ...(left.length === 0 ? [] : [termText(field, left)])]
    .filter((part) => part !== '')
    .join(' ');
}

/** The one term that picking changes: the first that asks for this field. */
function pickTerm(terms: readonly Term[], field: Field): Term | undefined {
  return terms.find((term) => term.field === field && !term.isNegated);
}

function isEverywhere(items: readonly ListItem[], field: Field): boolean {
  return items.every((item) => fieldValues(item, field).length > 0);
}
