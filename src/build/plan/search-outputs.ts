import {
  COLUMNS_FILE,
  FACETS_FILE,
  NAMES_FILE,
  SEARCH_FILE,
  searchColumnsFile,
  searchFacetsFile,
  searchFile,
  searchNamesFile,
} from '../../emit/json/search-files.ts';
import { neededForText } from '../../emit/json/search-text-files.ts';
import { buildColumns } from '../../view/search/build-columns.ts';
import { buildFacetItems } from '../../view/search/build-facet-items.ts';
import { buildNames, searchedResources } from '../../view/search/build-names.ts';
import { buildSearchPage } from '../../view/search/build-search-page.ts';
import type { SiteOutput } from '../output.ts';
import { group, json, page } from './make-output.ts';
import type { PlanScope } from './plan-scope.ts';
import { planText } from './text-outputs.ts';

/** The page of search, and what it finds names, columns and texts by. */
export function* searchOutputs(scope: PlanScope): Generator<SiteOutput> {
  const { context, prints, input, lists } = scope;
  const { indexer } = input.search;
  indexer?.prepare?.();
  const { facts, resources } = context.project;
  const searched = searchedResources(context);
  const ids = searched.map(({ uniqueId }) => uniqueId);
  const text = indexer === null ? null : planText(searched, indexer, scope);
  // First: an index takes a second or two, in a thread of its own.
  yield* text?.outputs ?? [];
  yield page(
    '/search/',
    buildSearchPage(
      searched,
      [SEARCH_FILE, NAMES_FILE, ...(text === null ? [] : neededForText(text.indexes))],
      lists.map(({ collection }) => collection),
      context,
    ),
  );
  yield json(SEARCH_FILE, searchFile(ids, text?.indexes ?? null, context));
  // Of all, as tests call macros too.
  const shapes = [...resources.values()].map(prints.ofBareShape);
  yield group('names', [prints.ofStructure(), facts.name, ...shapes], function* () {
    const names = buildNames(context);
    yield json(NAMES_FILE, searchNamesFile(names, context));
    yield json(COLUMNS_FILE, searchColumnsFile(names, buildColumns(context)));
  });
  yield group('facets', [...ids, ...searched.map(prints.ofRowShape)], function* () {
    yield json(FACETS_FILE, searchFacetsFile(ids, buildFacetItems(context)));
  });
}
