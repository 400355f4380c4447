import { selectorWords } from '../../messages/selectors.ts';
import type { Criterion, Selection, SelectionError } from './selection.ts';

export type ParsedSelection =
  | { readonly selection: Selection; readonly error: null }
  | { readonly selection: null; readonly error: SelectionError };

/**
 * Reads what follows `--select` or `--exclude`: terms with spaces between are united, and within a term what
 * stands between commas is intersected.
 *
 * Source of the grammar: dbt-core, `dbt/graph/selector_spec.py` and `dbt/graph/cli.py`.
 */
export function parseSelection(text: string): ParsedSelection {
  const terms: Selection[] = [];
  for (const { 0: term, index } of text.matchAll(/\S+/g)) {
    const atoms: Criterion[] = [];
    let start = index;
    for (const atom of term.split(',')) {
      const parsed = parseCriterion(atom, start);
      if (parsed.kind === 'error') return { selection: null, error: parsed.error };
      atoms.push(parsed);
      start += atom.length + 1;
    }
    const [only] = atoms;
    terms.push(
      only !== undefined && atoms.length === 1
        ? only
        : { kind: 'intersection', parts: atoms, indirect: null },
    );
  }
  const [only] = terms;
  return {
    selection:
      only !== undefined && terms.length === 1
        ? only
        : { kind: 'union', parts: terms, indirect: null },
    error: null,
  };
}

const CRITERION =
  /^(?<at>@)?(?<up>(?<upSteps>\d*)\+)?(?:(?<method>[\p{L}\p{N}_.]+):)?(?<value>.*?)(?<down>\+(?<downSteps>\d*))?$/u;

function parseCriterion(
  text: string,
  start: number,
): Criterion | { readonly kind: 'error'; readonly error: SelectionError } {
  const fail = (
    problem: { readonly message: string; readonly hint: string },
    from = 0,
  ): { readonly kind: 'error'; readonly error: SelectionError } => ({
    kind: 'error',
    error: { ...problem, start: start + from, end: start + text.length },
  });
  if (text === '') return fail(selectorWords.emptyBesideComma);
  const parts = CRITERION.exec(text)?.groups;
  if (parts === undefined) return fail(selectorWords.unreadable(text));
  const { at, up, upSteps, method, value = '', down, downSteps } = parts;
  if (at !== undefined && down !== undefined) {
    return fail(selectorWords.atWithPlus(text), text.length - down.length);
  }
  if (value === '') return fail(selectorWords.nothingToSelect(method ?? null));
  const [name = '', ...args] = method === undefined ? [defaultMethod(value)] : method.split('.');
  return {
    kind: 'criterion',
    method: name,
    arguments: args,
    value,
    childrensParents: at !== undefined,
    parents: steps(up, upSteps),
    children: steps(down, downSteps),
    text,
    start,
    end: start + text.length,
    indirect: null,
  };
}

function steps(plus: string | undefined, count: string | undefined): number {
  if (plus === undefined) return 0;
  return count === undefined || count === '' ? Infinity : Number(count);
}

/** The method of a criterion that names none. */
export function defaultMethod(value: string): string {
  if (value.includes('/')) return 'path';
  return /\.(sql|py|csv)$/i.test(value) ? 'file' : 'fqn';
}
