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

/** A column with the name it is listed under, where it has none of its own. */
export function namedColumn(name: string, column: unknown): unknown {
  if (column === null || column === undefined) return { name };
  return isJsonObject(column) && typeof column.name !== 'string' ? { ...column, name } : column;
}

function upgradeColumn(column: unknown): unknown {
  return isJsonObject(column) ? configToNode(column) : column;
}
