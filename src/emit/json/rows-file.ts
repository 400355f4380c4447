import type { z } from 'zod';
import type { Collection } from '../../view/collection.ts';
import type { ViewContext } from '../../view/context.ts';
import type { ListItem } from '../../view/list/list-item.ts';
import { packRows } from '../../view/list/packed-rows.ts';
import { API_VERSION } from '../api-version.ts';
import type { rowsFileSchema } from '../schemas/rows.ts';
import type { JsonFile } from './json-pages.ts';

/** What the page of a list loads to filter, sort and group it: what its rows show, in the list's own order. */
export function rowsFile(
  { path }: Collection,
  items: readonly ListItem[],
  { links }: ViewContext,
): JsonFile {
  const data: RowsFile = {
    api_version: API_VERSION,
    collection: path,
    total: items.length,
    href: links.href(`/${path}/`),
    json: links.href(`/${path}/index.json`),
    columns: packRows(items),
  };
  return { file: `${path}/rows.json`, data };
}

/** The file as the schema has it, but for arrays that nobody may write to. */
type RowsFile = Omit<z.input<typeof rowsFileSchema>, 'columns'> & {
  readonly columns: ReturnType<typeof packRows>;
};
