import { indexColumns, type ColumnIndex } from '../../search/column-index.ts';
import { indexNames, type NameIndex } from '../../search/name-index.ts';
import {
  type PackedColumns,
  type PackedNames,
  unpackColumns,
  unpackNames,
} from '../../view/search/packed-names.ts';

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

/** Loads what search finds by name and by column, each when it is first asked for, and once. */
export interface SearchData {
  readonly names: () => Promise<NameIndex>;
  readonly columns: () => Promise<ColumnIndex>;
}

/**
 * @param href of the folder that the files lie in, with the base: `/docs/search/`
 */
export function createSearchData(href: string): SearchData {
  let names: Promise<Loaded<NamesJson, NameIndex>> | null = null;
  let columns: Promise<ColumnIndex> | null = null;
  const loadNames = async (cache: RequestCache) => {
    const json = (await fetchFile(`${href}names.json`, cache)) as NamesJson;
    return { json, index: indexNames(unpackNames(json.names, json.total), json.root_package) };
  };
  const loadColumns = async (): Promise<ColumnIndex> => {
    const [loaded, json] = await Promise.all([
      (names ??= retried(loadNames('default'), () => (names = null))),
      fetchFile(`${href}columns.json`, 'default') as Promise<ColumnsJson>,
    ]);
    if (loaded.json.of === json.of) return indexColumns(unpackColumns(json.columns), loaded.index);
    // The site was published anew in between: both anew, past what the browser keeps.
    names = retried(loadNames('reload'), () => (names = null));
    const [fresh, freshJson] = await Promise.all([
      names,
      fetchFile(`${href}columns.json`, 'reload') as Promise<ColumnsJson>,
    ]);
    if (fresh.json.of !== freshJson.of) throw new Error('Names and columns are of two builds.');
    return indexColumns(unpackColumns(freshJson.columns), fresh.index);
  };
  return {
    names: async () =>
      (await (names ??= retried(loadNames('default'), () => (names = null)))).index,
    columns: () => (columns ??= retried(loadColumns(), () => (columns = null))),
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

async function fetchFile(href: string, cache: RequestCache): Promise<unknown> {
  const response = await fetch(href, { cache });
  if (!response.ok) throw new Error(`${href} is ${response.status}`);
  return response.json();
}
