import { isJsonObject, type JsonObject } from '../fields.ts';
import type { JsonFile } from '../json-file.ts';
import { type Span, splitObject } from '../json-spans.ts';
import { namedColumn } from './adapters/columns-to-list.ts';

const indexLike = /^(?:0|[1-9]\d*)$/;

/**
 * JavaScript lists keys that look like numbers (a column named `2024`) before all others. Where an
 * entry has such columns, they become a list in the order of the file.
 */
export function columnsInFileOrder(file: JsonFile, span: Span, raw: JsonObject): JsonObject {
  const { columns } = raw;
  if (!isJsonObject(columns)) return raw;
  const [first] = Object.keys(columns);
  if (first === undefined || !indexLike.test(first)) return raw;
  const entry = splitObject(file.bytes, span.start).findLast(({ key }) => key === 'columns');
  if (entry === undefined) return raw;
  const names = new Set(splitObject(file.bytes, entry.start).map(({ key }) => key));
  return { ...raw, columns: [...names].map((name) => namedColumn(name, columns[name])) };
}
