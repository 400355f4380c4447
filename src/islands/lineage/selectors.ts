import type { GraphData } from './graph-data.ts';

/** Types that dbt's selectors name by a method of their own. */
const METHODS: ReadonlyMap<string, string> = new Map([
  ['source', 'source'],
  ['exposure', 'exposure'],
  ['metric', 'metric'],
  ['semantic_model', 'semantic_model'],
  ['saved_query', 'saved_query'],
]);

/** How dbt's selectors name a node: `orders`, `source:shop.orders`. */
export function nodeSelector(data: GraphData, node: number): string {
  const method = METHODS.get(data.typeNames[data.types[node] ?? 0] ?? '');
  const name = data.names[node] ?? '';
  if (method === undefined) return versionedName(data, node) ?? name;
  // `source.package.name.table`: the source's name may not be in the name of the table.
  const [, , source] = method === 'source' ? (data.ids[node] ?? '').split('.') : [];
  return source === undefined ? `${method}:${name}` : `${method}:${source}.${name}`;
}

/** `orders.v2` of a version, which `orders` alone would select together with all others; null for all else. */
function versionedName(data: GraphData, node: number): string | null {
  const id = data.ids[node] ?? '';
  const version = /\.v[^.]+$/.exec(id)?.[0];
  const name = data.names[node] ?? '';
  return version !== undefined && id.endsWith(`.${name}${version}`) ? `${name}${version}` : null;
}

/** A selection that holds the neighbours of a node, too. Everything is widened by nothing. */
export function widened(
  data: GraphData,
  select: string,
  node: number,
  side: 'up' | 'down',
): string {
  if (select === '') return '';
  const name = nodeSelector(data, node);
  return `${select} ${side === 'up' ? `1+${name}` : `${name}+1`}`;
}
