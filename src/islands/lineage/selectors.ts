import { readExpression, writeExpression } from '../../lineage/explorer/expression.ts';
import type { GraphData } from './graph-data.ts';

/** Types that dbt's selectors name by a method of their own. */
const METHODS: ReadonlyMap<string, string> = new Map([
  ['source', 'source'],
  ['exposure', 'exposure'],
  ['metric', 'metric'],
  ['semantic_model', 'semantic_model'],
  ['saved_query', 'saved_query'],
]);

/** How dbt's selectors name a node: `orders`, `customers.v2`, `source:shop.orders`, as people do. */
export function nodeSelector(data: GraphData, node: number): string {
  const method = METHODS.get(data.typeNames[data.types[node] ?? 0] ?? '');
  const name = data.names[node] ?? '';
  return method === undefined ? name : `${method}:${name}`;
}

/** A selection that holds the neighbours of a node, too. Everything is widened by nothing. */
export function widened(
  data: GraphData,
  select: string,
  node: number,
  side: 'up' | 'down',
): string {
  const { include, exclude } = readExpression(select);
  if (include.trim() === '') return select;
  const name = nodeSelector(data, node);
  return writeExpression(`${include} ${side === 'up' ? `1+${name}` : `${name}+1`}`, exclude);
}
