import { selectorWords } from '../../messages/selectors.ts';
import { isRawObject, type RawObject } from '../../project/raw-values.ts';
import { defaultMethod, parseSelection } from './parse-selection.ts';
import type { Criterion, Selection } from './selection.ts';

/**
 * Reads a definition of `selectors.yml` as a manifest holds it: a text of the selector language, `{tag: nightly}`,
 * `{method, value, parents …}`, or a list of those under `union` or `intersection`, with `exclude` beside them.
 *
 * @returns the reason, in words, when it can't be read
 */
export function parseDefinition(name: string, definition: unknown): Selection | string {
  try {
    return definitionOf(definition);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return selectorWords.badDefinition(name, error.message);
  }
}

/** What a definition may say; written out, as the schema of the configuration stays out of browsers. */
const INDIRECT = ['eager', 'cautious', 'buildable', 'empty'] as const;

class DefinitionError extends Error {}

function definitionOf(definition: unknown): Selection {
  if (typeof definition === 'string') return fromText(definition);
  if (!isRawObject(definition)) throw new DefinitionError(selectorWords.noCriterion);
  for (const kind of ['union', 'intersection'] as const) {
    const parts = definition[kind];
    if (Array.isArray(parts)) return groupOf(kind, parts);
  }
  const { exclude, ...rest } = definition;
  const base = criterionOf(rest);
  return Array.isArray(exclude) ? without(base, exclude) : base;
}

/** Spaces and commas mean nothing inside a definition, so its text is one criterion. */
function fromText(written: string): Selection {
  const { selection, error } = parseSelection(written);
  if (selection === null) throw new DefinitionError(error.message);
  if (selection.kind !== 'criterion') throw new DefinitionError(selectorWords.noCriterion);
  return unplaced(selection);
}

function groupOf(kind: 'union' | 'intersection', parts: readonly unknown[]): Selection {
  const exclusions = parts.filter(
    (part) => isRawObject(part) && 'exclude' in part && !('method' in part),
  );
  if (exclusions.length > 1) throw new DefinitionError(selectorWords.twoExcludes);
  const included = parts.filter((part) => !exclusions.includes(part)).map(definitionOf);
  const group: Selection = { kind, parts: included, indirect: 'eager' };
  const [excluded] = exclusions;
  return isRawObject(excluded) && Array.isArray(excluded['exclude'])
    ? without(group, excluded['exclude'])
    : group;
}

function without(base: Selection, exclude: readonly unknown[]): Selection {
  const excluded: Selection = {
    kind: 'union',
    parts: exclude.map(definitionOf),
    indirect: 'eager',
  };
  return { kind: 'difference', parts: [base, excluded], indirect: 'eager' };
}

function criterionOf(entry: RawObject): Criterion {
  const [only, ...others] = Object.entries(entry);
  const isShort = only !== undefined && others.length === 0;
  const method = isShort ? only[0] : text(entry['method']);
  const value = isShort ? text(only[1]) : text(entry['value']);
  if (value === null || value === '') throw new DefinitionError(selectorWords.noCriterion);
  const [name = '', ...place] = (method ?? defaultMethod(value)).split('.');
  const indirect = INDIRECT.find((mode) => mode === entry['indirect_selection']);
  return unplaced({
    kind: 'criterion',
    method: name,
    arguments: place,
    value,
    childrensParents: entry['childrens_parents'] === true,
    parents: steps(entry['parents'], entry['parents_depth']),
    children: steps(entry['children'], entry['children_depth']),
    text: '',
    start: 0,
    end: 0,
    indirect: indirect ?? null,
  });
}

/** It stands in a file, and at no place of the text that somebody wrote. */
function unplaced(criterion: Criterion): Criterion {
  return { ...criterion, text: '', start: 0, end: 0 };
}

function steps(isFollowed: unknown, depth: unknown): number {
  if (isFollowed !== true) return 0;
  const count = typeof depth === 'string' && depth !== '' ? Number(depth) : depth;
  return typeof count === 'number' && Number.isInteger(count) && count > 0 ? count : Infinity;
}

function text(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : null;
}
