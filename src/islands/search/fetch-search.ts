import { indexColumns, type ColumnIndex } from '../../search/column-index.ts';
import { indexNames, type NameIndex } from '../../search/name-index.ts';
import {
  type PackedColumns,
  type PackedNames,
  unpackColumns,
  unpackNames,
} from '../../view/search/packed-names.ts';
import type { ListItem } from '../../view/list/list-item.ts';
import type { PackedRows } from '../../view/list/packed-rows.ts';
import { unpackRows } from '../../view/list/unpack-rows.ts';
import { fetchFile } from '../full-text/fetch-file.ts';

/** What `/schemas/search-names.json` says. */
interface NamesJson {
  readonly of: string;
  readonly total: number;
  readonly root_package: string | null;
  readonly names: PackedNames;
}

/** What `/schemas/search-columns.json` says. */
interface ColumnsJson {
  readonly of: string;
  readonly columns: PackedColumns;
}

/** What `/schemas/search-facets.json` says. */
interface FacetsJson {
  readonly of: string;
  readonly total: number;
  readonly columns: PackedRows;
}

/** Loads what search finds by name and by column, each when it is first asked for, and once. */
export interface SearchData {
  readonly names: () => Promise<NameIndex>;
  readonly columns: () => Promise<ColumnIndex>;
  /** What the names can be filtered by, in their order. */
  readonly facets: () => Promise<readonly ListItem[]>;
}

/**
 * @param href of the folder that the files lie in, with the base: `/docs/search/`
 */
export function createSearchData(href: string): SearchData {
  let names: Promise<Loaded<NamesJson, NameIndex>> | null = null;
  let columns: Promise<ColumnIndex> | null = null;
  let facets: Promise<readonly ListItem[]> | null = null;
  const loadNames = async (cache: RequestCache) => {
    const json = (await fetchFile(`${href}names.json`, cache)) as NamesJson;
    return { json, index: indexNames(unpackNames(json.names, json.total), json.root_package) };
  };
  const keepNames = (cache: RequestCache): Promise<Loaded<NamesJson, NameIndex>> =>
    (names = retried(loadNames(cache), () => (names = null)));
  /** Names and another file of the same build. */
  const withNames = async <Json extends { readonly of: string }>(
    file: string,
  ): Promise<{ json: Json; index: NameIndex }> => {
    const load = async (cache: RequestCache): Promise<Json> =>
      (await fetchFile(`${href}${file}`, cache)) as Json;
    const [loaded, json] = await Promise.all([names ?? keepNames('default'), load('default')]);
    if (loaded.json.of === json.of) return { json, index: loaded.index };
    // The site was published anew in between: both anew, past what the browser keeps.
    const [fresh, freshJson] = await Promise.all([keepNames('reload'), load('reload')]);
    if (fresh.json.of !== freshJson.of)
      throw new Error(`${file} is of another build than the names.`);
    return { json: freshJson, index: fresh.index };
  };
  const loadColumns = async (): Promise<ColumnIndex> => {
    const { json, index } = await withNames<ColumnsJson>('columns.json');
    return indexColumns(unpackColumns(json.columns), index);
  };
  const loadFacets = async (): Promise<readonly ListItem[]> => {
    const { json, index } = await withNames<FacetsJson>('facets.json');
    return unpackRows(json.columns, json.total).map((item, at) => {
      const name = index.names[at];
      if (name === undefined) return item;
      const { uniqueId, href: page, resourceType, packageName, folder } = name;
      return { ...item, uniqueId, name: name.name, href: page, resourceType, packageName, folder };
    });
  };
  return {
    names: async () => (await (names ?? keepNames('default'))).index,
    columns: () => (columns ??= retried(loadColumns(), () => (columns = null))),
    facets: () => (facets ??= retried(loadFacets(), () => (facets = null))),
  };
}

interface Loaded<Json, Index> {
  readonly json: Json;
  readonly index: Index;
}

/** Forgets what could not be loaded, so that it is tried again when it is next asked for. */
async function retried<T>(loading: Promise<T>, forget: () => void): Promise<T> {
  try {
    return await loading;
  } catch (error) {
    forget();
    throw error;
  }
}
