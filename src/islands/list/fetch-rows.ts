import type { ListItem } from '../../view/list/list-item.ts';
import type { PackedRows } from '../../view/list/packed-rows.ts';
import { unpackRows } from '../../view/list/unpack-rows.ts';

/** Fetches all rows of a list, in its own order. Throws when they can't be loaded. */
export async function fetchRows(href: string): Promise<ListItem[]> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href} is ${response.status}`);
  // The site's own file, written by the same release as this script: see /schemas/rows.json.
  const file = (await response.json()) as { total: number; columns: PackedRows };
  return unpackRows(file.columns, file.total);
}
