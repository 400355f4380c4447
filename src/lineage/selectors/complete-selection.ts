import { compareText } from '../../project/order.ts';
import { METHOD_NAMES } from './check-selection.ts';
import { METHODS, SELECTOR_METHOD } from './methods.ts';
import { foldersAbove } from './path-glob.ts';
import type { Selectable, SelectionFacts, SelectionGraph } from './selectable.ts';

/** What could stand where somebody is typing. */
export interface Completion {
  /** What is replaced: offsets into the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** What may be put in, the best first. */
  readonly items: readonly string[];
}

const MOST_ITEMS = 20;

/**
 * Proposes how the criterion at the cursor could go on: methods and names of resources, or the values of a method.
 *
 * @param cursor offset into the text
 */
export function completeSelection(
  text: string,
  cursor: number,
  graph: SelectionGraph,
  facts: SelectionFacts,
): Completion {
  const before = /[^\s,]*$/.exec(text.slice(0, cursor))?.[0] ?? '';
  const end = cursor + (/^[^\s,+]*/.exec(text.slice(cursor))?.[0].length ?? 0);
  const operators = /^(?:@|\d*\+)*/.exec(before)?.[0] ?? '';
  const typed = before.slice(operators.length);
  const colon = typed.indexOf(':');
  if (colon < 0) {
    const items = [
      ...matching(METHOD_NAMES, typed).map((method) => `${method}:`),
      ...matching(namesOf(graph), typed),
    ];
    return { start: cursor - typed.length, end, items: items.slice(0, MOST_ITEMS) };
  }
  const value = typed.slice(colon + 1);
  const values = valuesOf(typed.slice(0, colon), graph, facts);
  const items = matching(values, value).slice(0, MOST_ITEMS);
  return { start: cursor - value.length, end, items };
}

/** What begins like the text, then what holds it; each in code-point order. Everything for an empty text. */
function matching(candidates: Iterable<string>, typed: string): string[] {
  const wanted = typed.toLowerCase();
  const sorted = [...new Set(candidates)].sort(compareText);
  const begins = sorted.filter((text) => text.toLowerCase().startsWith(wanted));
  const holds =
    // One letter stands in nearly every name.
    wanted.length < 2
      ? []
      : sorted.filter((text) => text.toLowerCase().includes(wanted, 1) && !begins.includes(text));
  return [...begins, ...holds];
}

/** Names that `fqn` finds. Tests are found by what they test. */
function namesOf({ nodes }: SelectionGraph): string[] {
  return nodes
    .filter(({ resourceType, testType }) => testType === null && resourceType !== 'source')
    .map(({ name }) => name);
}

function valuesOf(method: string, { nodes }: SelectionGraph, facts: SelectionFacts): string[] {
  const known = METHODS.get(method)?.values;
  if (known !== null && known !== undefined) return [...known];
  const all = (values: (node: Selectable) => readonly (string | null)[]): string[] =>
    nodes.flatMap((node) => values(node).filter((value) => value !== null));
  const named = (type: string): string[] =>
    all(({ resourceType, name }) => (resourceType === type ? [name] : []));
  switch (method) {
    case 'fqn':
      return namesOf({ nodes, parents: [], children: [] });
    case 'tag':
      return all(({ tags }) => tags);
    case 'group':
      return all(({ group }) => [group]);
    case 'package':
      return ['this', ...all(({ packageName }) => [packageName])];
    case 'source':
      return all(({ resourceType, sourceName, name }) =>
        resourceType === 'source' ? [sourceName, `${sourceName ?? ''}.${name}`] : [],
      );
    case 'path':
      return all(({ filePath }) =>
        filePath === null ? [] : [filePath, ...foldersAbove(filePath)],
      );
    case 'file':
      return all(({ filePath }) => [filePath?.slice(filePath.lastIndexOf('/') + 1) ?? null]);
    case 'test_name':
      return all(({ testName }) => [testName]);
    case 'result':
      return [...(facts.results?.values() ?? [])];
    case SELECTOR_METHOD:
      return [...facts.selectors.keys()];
    case 'exposure':
    case 'metric':
    case 'semantic_model':
    case 'saved_query':
    case 'unit_test':
    case 'function':
      return named(method);
    default:
      return method.startsWith('config.') ? configValues(method.slice(7).split('.'), nodes) : [];
  }
}

function configValues(place: readonly string[], nodes: readonly Selectable[]): string[] {
  return nodes.flatMap(({ config }) => {
    let value: unknown = config;
    for (const key of place) {
      if (typeof value !== 'object' || value === null) return [];
      value = new Map<string, unknown>(Object.entries(value)).get(key);
    }
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.filter((one) => typeof one === 'string' || typeof one === 'boolean').map(String);
  });
}
