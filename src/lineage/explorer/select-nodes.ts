import { readExpression } from './expression.ts';
import { checkSelection } from '../selectors/check-selection.ts';
import { parseSelection } from '../selectors/parse-selection.ts';
import { select } from '../selectors/select.ts';
import type { SelectionFacts, SelectionGraph } from '../selectors/selectable.ts';
import {
  type Criterion,
  criteriaOf,
  type Selection,
  type SelectionError,
} from '../selectors/selection.ts';

/** What an expression selects of a graph that is looked at. */
export interface SelectedNodes {
  /** Ascending. */
  readonly nodes: readonly number[];
  /** Those that the expression names, without what is followed from them; ascending. */
  readonly seeds: readonly number[];
  /** Null when the expression can be read; then nothing is selected. */
  readonly error: SelectionError | null;
  /** The first term that finds nothing. */
  readonly unmatched: string | null;
}

/**
 * Selects nodes in dbt's selector language, `--exclude` included.
 *
 * @param count how many of the first nodes are looked at: tests may follow them, to be selected by
 */
export function selectNodes(
  graph: SelectionGraph,
  facts: SelectionFacts,
  count: number,
  text: string,
): SelectedNodes {
  const expression = readExpression(text);
  const include = readPart(expression.include, graph, facts);
  const exclude = readPart(expression.exclude, graph, facts);
  const error = include.error ?? exclude.error;
  if (error !== null) return { nodes: [], seeds: [], error, unmatched: null };
  const quiet: SelectionFacts = { ...facts, indirect: 'empty' };
  const looked = (nodes: ReadonlySet<number>): number[] =>
    [...nodes].filter((node) => node < count).sort((a, b) => a - b);
  const { nodes, unmatched } = select(graph, include.selection, exclude.selection, quiet);
  const seeds = criteria(include.selection).flatMap((criterion) => [
    ...select(graph, alone(criterion), null, quiet).nodes,
  ]);
  return {
    nodes: looked(nodes),
    seeds: looked(new Set(seeds)).filter((node) => nodes.has(node)),
    error: null,
    unmatched: unmatched[0] ?? null,
  };
}

/** A part of an expression; null when it is empty, or has an error. */
function readPart(
  text: string,
  graph: SelectionGraph,
  facts: SelectionFacts,
): { readonly selection: Selection | null; readonly error: SelectionError | null } {
  if (text.trim() === '') return { selection: null, error: null };
  const { selection, error } = parseSelection(text);
  if (selection === null) return { selection, error };
  const problem = checkSelection(selection, graph, facts);
  return problem === null ? { selection, error: null } : { selection: null, error: problem };
}

function criteria(selection: Selection | null): readonly Criterion[] {
  return selection === null ? [] : criteriaOf(selection);
}

function alone(criterion: Criterion): Criterion {
  return { ...criterion, childrensParents: false, parents: 0, children: 0 };
}

const TEST_METHODS: ReadonlySet<string> = new Set(['test_name', 'test_type', 'unit_test']);
const TEST_TYPES: ReadonlySet<string> = new Set(['test', 'unit_test']);

/** Whether an expression asks of tests, which are no nodes of the graph. */
export function asksOfTests(text: string): boolean {
  const { include, exclude } = readExpression(text);
  return [include, exclude].some((part) =>
    criteria(parseSelection(part).selection).some((criterion) => asks(criterion)),
  );
}

function asks({ method, value }: Criterion): boolean {
  return TEST_METHODS.has(method) || (method === 'resource_type' && TEST_TYPES.has(value));
}
