import { isJsonObject, type JsonObject } from '../../fields.ts';
import { configToNode } from './config-to-node.ts';

/** Columns are keyed by name in the file. An entry may be null or lack its `name`. */
export function columnsToList(raw: JsonObject): JsonObject {
  const { columns } = raw;
  if (Array.isArray(columns)) return { ...raw, columns: columns.map(upgradeColumn) };
  if (!isJsonObject(columns)) return raw;
  const list = Object.entries(columns).map(([name, column]) => namedColumn(name, column));
  return { ...raw, columns: list.map(upgradeColumn) };
}

/**
 * A column with the name that it is listed under. dbt writes both alike; where a file made by hand doesn't, tests speak
 * of the key, and only keys are sure to be distinct.
 */
export function namedColumn(name: string, column: unknown): unknown {
  if (column === null || column === undefined) return { name };
  return isJsonObject(column) && column.name !== name ? { ...column, name } : column;
}

function upgradeColumn(column: unknown): unknown {
  return isJsonObject(column) ? configToNode(column) : column;
}
