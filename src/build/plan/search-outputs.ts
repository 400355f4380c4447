import {
  COLUMNS_FILE,
  NAMES_FILE,
  searchColumnsFile,
  searchNamesFile,
} from '../../emit/json/search-files.ts';
import { buildColumns } from '../../view/search/build-columns.ts';
import { buildNames } from '../../view/search/build-names.ts';
import type { SiteOutput } from '../output.ts';
import { group, json } from './make-output.ts';
import type { PlanScope } from './plan-scope.ts';

/** What search finds names and columns by. */
export function* searchOutputs({ context, prints }: PlanScope): Generator<SiteOutput> {
  const { facts, resources } = context.project;
  // Of all, as tests call macros too.
  const own = [...resources.values()].map(prints.ofOwn);
  yield group('names', [prints.ofStructure(), facts.name, ...own], function* () {
    const names = buildNames(context);
    yield json(NAMES_FILE, searchNamesFile(names, context));
    yield json(COLUMNS_FILE, searchColumnsFile(names, buildColumns(context)));
  });
}
