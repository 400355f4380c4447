import { nearestName } from '../../config/nearest-name.ts';
import { selectorWords } from '../../messages/selectors.ts';
import { fnmatcher } from './fnmatch.ts';
import { METHODS, SELECTOR_METHOD } from './methods.ts';
import type { SelectionFacts, SelectionGraph } from './selectable.ts';
import { type Criterion, criteriaOf, type Selection, type SelectionError } from './selection.ts';

/** The names of all methods, in code-point order. */
export const METHOD_NAMES: readonly string[] = [...METHODS.keys(), SELECTOR_METHOD].sort();

/**
 * Why a selection has no answer: an unknown method, a value that its method doesn't take, or facts that are missing.
 *
 * @returns the first problem; null when there is none
 */
export function checkSelection(
  selection: Selection,
  graph: SelectionGraph,
  facts: SelectionFacts,
): SelectionError | null {
  for (const criterion of criteriaOf(selection)) {
    const problem = problemOf(criterion, graph, facts, []);
    if (problem !== null) return { ...problem, start: criterion.start, end: criterion.end };
  }
  return null;
}

interface Problem {
  readonly message: string;
  readonly hint: string;
}

function problemOf(
  criterion: Criterion,
  graph: SelectionGraph,
  facts: SelectionFacts,
  above: readonly string[],
): Problem | null {
  const { method: name, value, arguments: place } = criterion;
  if (name === SELECTOR_METHOD) return selectorProblem(value, graph, facts, above);
  const method = METHODS.get(name);
  if (method === undefined)
    return selectorWords.unknownMethod(name, nearestName(name, METHOD_NAMES), METHOD_NAMES);
  if (name === 'config' && place.length === 0) return selectorWords.argumentsMissing;
  if (name !== 'config' && place.length > 0) return selectorWords.argumentsUnused(name);
  if (method.values !== null && !method.values.includes(value))
    return selectorWords.wrongValue(name, value, method.values);
  if (method.mostParts !== null && value.split('.').length > method.mostParts)
    return selectorWords.tooManyParts(name, value, method.mostParts);
  if (method.needs === null) return null;
  const isKnown =
    method.needs === 'config'
      ? graph.nodes.length === 0 || graph.nodes.some(({ config }) => config !== null)
      : facts[method.needs] !== null;
  if (!isKnown) return selectorWords.needs[method.needs];
  const isUntold = [...facts.untoldParts].some((part) => value === `modified.${part}`);
  return name === 'state' && isUntold ? selectorWords.untoldPart(value) : null;
}

function selectorProblem(
  pattern: string,
  graph: SelectionGraph,
  facts: SelectionFacts,
  above: readonly string[],
): Problem | null {
  const named = selectorsNamed(pattern, facts);
  if (named.length === 0)
    return selectorWords.unknownSelector(pattern, [...facts.selectors.keys()]);
  for (const [name, definition] of named) {
    if (above.includes(name)) return selectorWords.circularSelector(name);
    for (const criterion of criteriaOf(definition)) {
      const problem = problemOf(criterion, graph, facts, [...above, name]);
      if (problem !== null) return problem;
    }
  }
  return null;
}

/** The definitions of `selectors.yml` whose names match, in code-point order of name. */
export function selectorsNamed(
  pattern: string,
  { selectors }: SelectionFacts,
): (readonly [name: string, definition: Selection])[] {
  const matches = fnmatcher(pattern);
  return [...selectors]
    .filter(([name]) => matches(name))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
