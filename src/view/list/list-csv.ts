import { LISTS } from '../../messages/lists.ts';
import { cellData } from './list-cell.ts';
import type { ListColumn } from './list-columns.ts';
import type { ListItem } from './list-item.ts';

/** The lines of a list as CSV, with their line breaks. */
export interface CsvLines {
  readonly head: string;
  readonly row: (item: ListItem) => string;
}

/**
 * A list as CSV (RFC 4180): UTF-8 without a byte order mark, lines end in CRLF. Numbers have no units (seconds), times
 * are ISO 8601. What a spreadsheet would take for a formula gets an apostrophe before it, as names and descriptions come
 * from anyone.
 */
export function listCsv(items: readonly ListItem[], columns: readonly ListColumn[]): string {
  const { head, row } = csvLines(columns);
  return head + items.map(row).join('');
}

/** The same line by line. */
export function csvLines(columns: readonly ListColumn[]): CsvLines {
  const { columns: labels } = LISTS;
  return {
    head: line([
      'unique_id',
      labels.name,
      ...columns.map(({ label }) => label),
      labels.description,
    ]),
    row: (item) =>
      line([
        item.uniqueId,
        item.name,
        ...columns.map((column) => cellData(column.cell(item))),
        item.summary,
      ]),
  };
}

function line(fields: readonly (string | number)[]): string {
  return `${fields.map(csvField).join(',')}\r\n`;
}

function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  if (!/^[=+\-@\t]|[",\r\n]/.test(value)) return value;
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
