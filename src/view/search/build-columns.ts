import { compareText } from '../../project/order.ts';
import type { Columns } from '../../search/column-index.ts';
import type { ViewContext } from '../context.ts';
import { searchedResources } from './build-names.ts';

/** The columns of everything that search knows, with the positions of what has them among the names. */
export function buildColumns(context: ViewContext): Columns {
  const found = new Map<string, Set<number>>();
  for (const [at, { columns }] of searchedResources(context).entries()) {
    for (const { name } of columns) {
      const places = found.get(name);
      if (places) places.add(at);
      else found.set(name, new Set([at]));
    }
  }
  const sorted = [...found].sort(([a], [b]) => compareText(a, b));
  return {
    names: sorted.map(([name]) => name),
    resources: sorted.map(([, places]) => [...places]),
  };
}
