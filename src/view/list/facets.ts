import type { StatusKind } from '../../runs/status.ts';
import { HEALTH_STATES, type HealthState } from '../../health/health.ts';
import { healthWords } from '../../messages/health.ts';
import { STATUSES } from '../../messages/statuses.ts';
import { compareText } from '../../project/order.ts';
import { healthShape } from '../health-shape.ts';
import { fieldValues, type Field } from './list-fields.ts';
import type { ListItem } from './list-item.ts';
import { matching, type ListIndex } from './match-query.ts';
import { parseQuery, termText, withoutTerm, type Term } from './parse-query.ts';

/** A field whose values can be picked, with how many items each would leave. */
export interface Facet {
  readonly field: Field;
  /** Most frequent first; folders in their own order. */
  readonly values: readonly FacetValue[];
}

export interface FacetValue {
  readonly value: string;
  /** Items with it among those that the rest of the filter leaves. */
  readonly count: number;
  readonly isPicked: boolean;
}

/** In the order that they are offered in; the others have a value of their own for nearly every item. */
const FACETS = [
  'status',
  'health',
  'tests',
  'materialized',
  'type',
  'access',
  'severity',
  'maturity',
  'owner',
  'tag',
  'path',
  'package',
  'group',
  'loader',
  'schema',
  'missing',
] as const satisfies readonly Field[];
export type FacetField = (typeof FACETS)[number];

/** The fields that tell the items of a list apart: not what all of them share, nor what none has. */
export function facetFields(items: readonly ListItem[]): FacetField[] {
  return FACETS.filter((field) => {
    let first: string | null = null;
    let isMissing = false;
    for (const item of items) {
      const values = fieldValues(item, field);
      if (values.length === 0) isMissing = true;
      for (const value of values) {
        if (first !== null && value !== first) return true;
        first = value;
      }
      if (first !== null && isMissing) return true;
    }
    return false;
  });
}

/**
 * One facet of a list. Its counts are made as if its own field were not filtered by, so that another value can be seen
 * before it is picked.
 */
export function facetOf(index: ListIndex, query: string, field: Field): Facet {
  const terms = parseQuery(query);
  const term = pickTerm(terms, field);
  const counts = new Map<string, number>();
  const others = terms.filter((other) => other !== term);
  for (const at of matching(index, others)) {
    const item = index.items[at];
    if (item === undefined) continue;
    for (const value of fieldValues(item, field)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const picked = new Map(term?.values.map(({ text }) => [text.toLowerCase(), text]));
  const known = new Set([...counts.keys()].map((value) => value.toLowerCase()));
  // What was picked stays in sight, also where the rest of the filter leaves none of it.
  for (const [lower, text] of picked) if (!known.has(lower)) counts.set(text, 0);
  const values = [...counts]
    .map(([value, count]) => ({ value, count, isPicked: picked.has(value.toLowerCase()) }))
    .sort((a, b) => (field === 'path' ? 0 : b.count - a.count) || compareText(a.value, b.value));
  return { field, values };
}

/** How many values of a field a filter asks for. */
export function pickedCount(query: string, field: Field): number {
  return pickTerm(parseQuery(query), field)?.values.length ?? 0;
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

/** A value as readers see it, and the shape of its status where it is one. */
export function facetWord(field: Field, value: string): string {
  const state = field === 'health' ? healthState(value) : undefined;
  if (state !== undefined) return healthWords.states[state];
  return field === 'missing' ? value.replaceAll('-', ' ') : value;
}

const SHAPE_OF_TESTS: ReadonlyMap<string, StatusKind> = new Map([
  ['failing', 'error'],
  ['warning', 'warn'],
  ['passing', 'success'],
  [STATUSES.notRun, 'none'],
]);

/** The shape that a value has wherever else it is shown; null where it has none. */
export function facetShape(
  items: readonly ListItem[],
  field: Field,
  value: string,
): StatusKind | null {
  switch (field) {
    case 'status':
      return items.find(({ status }) => status?.word === value)?.status?.kind ?? null;
    case 'health': {
      const state = healthState(value);
      return state === undefined ? null : healthShape(state);
    }
    case 'tests':
      return SHAPE_OF_TESTS.get(value) ?? null;
    default:
      return null;
  }
}

function healthState(value: string): HealthState | undefined {
  return HEALTH_STATES.find((state) => state === value);
}

/** The one term that picking changes: the first that asks for this field. */
function pickTerm(terms: readonly Term[], field: Field): Term | undefined {
  return terms.find((term) => term.field === field && !term.isNegated);
}
