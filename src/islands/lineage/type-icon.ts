import type { IconName } from '../../styles/icons.ts';

const TYPE_ICONS = [
  'source',
  'seed',
  'model',
  'snapshot',
  'exposure',
  'metric',
  'semantic_model',
  'saved_query',
  'analysis',
  'operation',
  'function',
] as const satisfies readonly IconName[];

/** The icon of a type of resource, as dbt names it. */
export function typeIcon(type: string): IconName {
  return TYPE_ICONS.find((name) => name === type) ?? 'other';
}
