import { readExpression, writeExpression } from '../../lineage/explorer/expression.ts';
import type { GraphData } from './graph-data.ts';

/** Types that dbt's selectors name by a method of their own. */
const METHODS: ReadonlySet<string> = new Set([
  'source',
  'exposure',
  'metric',
  'semantic_model',
  'saved_query',
]);

/** How dbt's selectors name a node: `orders`, `customers.v2`, `source:shop.orders`, as people do. */
export function nodeSelector(data: GraphData, node: number): string {
  const type = data.typeNames[data.types[node] ?? 0] ?? '';
  const name = data.names[node] ?? '';
  return METHODS.has(type) ? `${type}:${name}` : name;
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
