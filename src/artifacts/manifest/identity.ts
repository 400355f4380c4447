import type { JsonObject } from '../fields.ts';

/** The collections of a manifest whose entries are resources, with the type of those that don't say it. */
export const collectionTypes = new Map<string, string | null>([
  ['nodes', null],
  ['sources', 'source'],
  ['exposures', 'exposure'],
  ['metrics', 'metric'],
  ['semantic_models', 'semantic_model'],
  ['saved_queries', 'saved_query'],
  ['unit_tests', 'unit_test'],
  ['functions', 'function'],
  ['groups', 'group'],
  ['macros', 'macro'],
  ['docs', 'doc'],
]);

const typesInIds = new Set([
  ...[...collectionTypes.values()].filter((type) => type !== null),
  ...['model', 'seed', 'snapshot', 'test', 'analysis', 'operation', 'sql_operation', 'rpc'],
]);

/** Whether dbt-Workbench knows what resources of this type hold. */
export function isKnownType(type: unknown): boolean {
  return typeof type === 'string' && typesInIds.has(type);
}

/** A resource with the id, the type and the name that everything else needs. */
export interface Identified {
  readonly raw: JsonObject;
  readonly id: string;
}

/**
 * Settles what a resource is called: a missing `unique_id` is the key it is listed under, a missing
 * type that of its collection or of its id, a missing name the one in its id. A string says why it
 * can't be told.
 */
export function identify(
  raw: JsonObject,
  key: string | number,
  collection: string,
): Identified | string {
  const id = typeof raw.unique_id === 'string' && raw.unique_id !== '' ? raw.unique_id : key;
  if (typeof id !== 'string' || id === '') return 'it has no `unique_id`';
  const [prefix = '', packageName, ...names] = id.split('.');
  const type =
    typeIn(raw) ?? collectionTypes.get(collection) ?? (typesInIds.has(prefix) ? prefix : null);
  if (type === null) return 'it has no `resource_type`, and its id does not tell it';
  const isComplete =
    raw.unique_id === id &&
    raw.resource_type === type &&
    typeof raw.name === 'string' &&
    raw.name !== '' &&
    typeof raw.package_name === 'string';
  if (isComplete) return { raw, id };
  const nameInId = (type === 'source' ? names.at(-1) : names[0]) ?? id;
  const name = typeof raw.name === 'number' ? String(raw.name) : raw.name;
  return {
    id,
    raw: {
      ...raw,
      unique_id: id,
      resource_type: type,
      name: typeof name === 'string' && name !== '' ? name : nameInId,
      package_name: raw.package_name ?? (names.length > 0 ? packageName : ''),
    },
  };
}

/** `sql operation` is what dbt before 1.6 calls a `sql_operation`. */
function typeIn(raw: JsonObject): string | null {
  if (typeof raw.resource_type !== 'string' || raw.resource_type === '') return null;
  return raw.resource_type.replaceAll(' ', '_');
}
