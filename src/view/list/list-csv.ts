import { LISTS } from '../../messages/lists.ts';
import { cellData } from './list-cell.ts';
import type { ListColumn } from './list-columns.ts';
import type { ListItem } from './list-item.ts';

/**
 * A list as CSV (RFC 4180): UTF-8 without a byte order mark, lines end in CRLF. Numbers have no units (seconds), times
 * are ISO 8601. What a spreadsheet would take for a formula gets an apostrophe before it, as names and descriptions come
 * from anyone.
 */
export function listCsv(items: readonly ListItem[], columns: readonly ListColumn[]): string {
  const { columns: labels } = LISTS;
  const header = [
    'unique_id',
    labels.name,
    ...columns.map(({ label }) => label),
    labels.description,
  ];
  const rows = items.map((item) => [
    item.uniqueId,
    item.name,
    ...columns.map((column) => cellData(column.cell(item))),
    item.summary,
  ]);
  return [header, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  if (!/^[=+\-@\t]|[",\r\n]/.test(value)) return value;
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
