import { hash } from 'node:crypto';
import type { z } from 'zod';
import type { Columns } from '../../search/column-index.ts';
import type { Name } from '../../search/name.ts';
import type { ViewContext } from '../../view/context.ts';
import { packColumns, packNames } from '../../view/search/packed-names.ts';
import { API_VERSION } from '../api-version.ts';
import type { searchColumnsFileSchema, searchNamesFileSchema } from '../schemas/search.ts';

/** What names search, and what search loads first. */
export const NAMES_FILE = 'search/names.json';
/** What search loads when a query may mean a column. */
export const COLUMNS_FILE = 'search/columns.json';

/** `/search/names.json`. */
export function searchNamesFile(names: readonly Name[], context: ViewContext): NamesFile {
  return {
    api_version: API_VERSION,
    of: printOf(names),
    total: names.length,
    root_package: context.project.facts.name,
    href: context.links.href('/search/'),
    names: packNames(names),
  };
}

/** `/search/columns.json`. */
export function searchColumnsFile(names: readonly Name[], columns: Columns): ColumnsFile {
  return {
    api_version: API_VERSION,
    of: printOf(names),
    total: columns.resources.reduce((sum, { length }) => sum + length, 0),
    columns: packColumns(columns),
  };
}

/** Files that speak of names by their positions have to mean the same ones. */
function printOf(names: readonly Name[]): string {
  const ids = names.map(({ uniqueId }) => uniqueId).join('\n');
  return hash('sha256', ids, 'base64url').slice(0, 16);
}

/** The files as the schemas have them, but for arrays that nobody may write to. */
type NamesFile = Omit<z.input<typeof searchNamesFileSchema>, 'names'> & {
  readonly names: ReturnType<typeof packNames>;
};
type ColumnsFile = Omit<z.input<typeof searchColumnsFileSchema>, 'columns'> & {
  readonly columns: ReturnType<typeof packColumns>;
};
