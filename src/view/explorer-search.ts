import { PRISTINE, writeExplorerState } from '../lineage/explorer/explorer-state.ts';
import { isInFlow } from '../project/resource-types.ts';

/** What the explorer of the lineage can be opened at. */
export interface Explored {
  readonly uniqueId: string;
  readonly resourceType: string;
  /** As people say it: `dim_customers.v2`, `raw.orders`. */
  readonly name: string;
  /** Without version or source. */
  readonly shortName: string;
}

/** Opens the explorer at a resource with what is next to it; all of it for what is no part of the graph. */
export function explorerSearch(explored: Explored): string {
  if (!isInFlow(explored.resourceType)) return '';
  const select = `1+${selectorOf(explored)}+1`;
  return writeExplorerState({ ...PRISTINE, select, node: explored.uniqueId });
}

/** How dbt's selectors name a resource. */
function selectorOf({ resourceType, name, shortName }: Explored): string {
  if (resourceType === 'source') return `source:${name}`;
  return METHODS.has(resourceType) ? `${resourceType}:${shortName}` : name;
}

/** Types that selectors name by a method of their own. */
const METHODS: ReadonlySet<string> = new Set([
  'exposure',
  'metric',
  'semantic_model',
  'saved_query',
]);
