import { hash } from 'node:crypto';
import type { z } from 'zod';
import type { Columns } from '../../search/column-index.ts';
import type { Name } from '../../search/name.ts';
import type { ViewContext } from '../../view/context.ts';
import type { ListItem } from '../../view/list/list-item.ts';
import { packRows } from '../../view/list/packed-rows.ts';
import { packColumns, packNames } from '../../view/search/packed-names.ts';
import { API_VERSION } from '../api-version.ts';
import type { TextIndexes } from './search-text-files.ts';
import type {
  searchColumnsFileSchema,
  searchFacetsFileSchema,
  searchFileSchema,
  searchNamesFileSchema,
} from '../schemas/search.ts';

export const SEARCH_FILE = 'search/index.json';
/** What search loads first. */
export const NAMES_FILE = 'search/names.json';
/** What search loads when a query may mean a column. */
export const COLUMNS_FILE = 'search/columns.json';
/** What search loads when it shows what can be filtered by. */
export const FACETS_FILE = 'search/facets.json';
/** `/search/index.json`. */
export function searchFile(
  ids: readonly string[],
  text: TextIndexes | null,
  { links: { href } }: ViewContext,
): z.input<typeof searchFileSchema> {
  const folderOf = (folder: string): string => href(`/${folder}/`);
  return {
    api_version: API_VERSION,
    of: printOf(ids),
    href: href('/search/'),
    json: href(`/${SEARCH_FILE}`),
    total: ids.length,
    names: href(`/${NAMES_FILE}`),
    columns: href(`/${COLUMNS_FILE}`),
    facets: href(`/${FACETS_FILE}`),
    full_text:
      text === null
        ? null
        : {
            engine: href(`/${text.engine}`),
            shards: text.shards.map(({ folder, from }) => ({ folder: folderOf(folder), from })),
            messages:
              text.messages === null
                ? null
                : { folder: folderOf(text.messages.folder), at: [...text.messages.at] },
          },
  };
}

/** `/search/names.json`. */
export function searchNamesFile(names: readonly Name[], context: ViewContext): NamesFile {
  return {
    api_version: API_VERSION,
    of: printOfNames(names),
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
    of: printOfNames(names),
    total: columns.resources.reduce((sum, { length }) => sum + length, 0),
    columns: packColumns(columns),
  };
}

/** `/search/facets.json`. */
export function searchFacetsFile(ids: readonly string[], items: readonly ListItem[]): FacetsFile {
  return {
    api_version: API_VERSION,
    of: printOf(ids),
    total: items.length,
    columns: packRows(items),
  };
}

function printOfNames(names: readonly Name[]): string {
  return printOf(names.map(({ uniqueId }) => uniqueId));
}

/** Files that speak of names by their positions have to mean the same ones. */
function printOf(ids: readonly string[]): string {
  return hash('sha256', ids.join('\n'), 'base64url').slice(0, 16);
}

/** The files as the schemas have them, but for arrays that nobody may write to. */
type NamesFile = Omit<z.input<typeof searchNamesFileSchema>, 'names'> & {
  readonly names: ReturnType<typeof packNames>;
};
type ColumnsFile = Omit<z.input<typeof searchColumnsFileSchema>, 'columns'> & {
  readonly columns: ReturnType<typeof packColumns>;
};
type FacetsFile = Omit<z.input<typeof searchFacetsFileSchema>, 'columns'> & {
  readonly columns: ReturnType<typeof packRows>;
};
