import type { RuleName } from '../../config/health-rules.ts';
import { findingWords, unansweredWords } from '../../messages/health-details.ts';
import { describedColumns } from '../../project/described-columns.ts';
import type { Resource } from '../../project/resource.ts';
import { affectedWhere, type Finder, type Found, modelsWhere, namesIn } from './rule.ts';
import { coverage } from './tests.ts';

/** Rules about what is described. What the project keeps out of the docs needs no description. */
export const DOCUMENTATION_RULES = {
  'undocumented-models': ({ models }) =>
    undescribed(
      models.map(({ resource }) => resource),
      unansweredWords.noModels,
    ),
  'undocumented-sources': ({ sources }) => {
    if (sources.length === 0) return { unanswered: unansweredWords.noSources };
    const collections = Map.groupBy(sources, sourceName);
    return [...collections].flatMap(([name, tables]) => {
      const [first] = tables;
      const isDescribed = tables.some(
        ({ details }) => details.kind === 'source' && details.sourceDescription.trim() !== '',
      );
      return first === undefined || isDescribed
        ? []
        : [{ id: first.uniqueId, detail: findingWords.sourceNotDescribed(name, tables.length) }];
    });
  },
  'undocumented-source-tables': ({ sources }) => undescribed(sources, unansweredWords.noSources),
  'undocumented-columns': (input, { percent }) => {
    if (!input.models.some(({ resource }) => resource.columns.length > 0)) {
      return { unanswered: unansweredWords.noColumns };
    }
    return modelsWhere(input, ({ resource: { columns, isShown } }) => {
      const described = describedColumns(columns);
      return isShown && described * 100 < percent * columns.length
        ? findingWords.columnsDescribed(described, columns.length)
        : null;
    });
  },
  'undocumented-exposures': ({ exposures }) => undescribed(exposures, unansweredWords.noExposures),
  'undocumented-metrics': ({ resources }) =>
    undescribed(
      resources.filter(({ resourceType }) => resourceType === 'metric'),
      unansweredWords.noMetrics,
    ),
  'documentation-coverage': ({ models }, { percent }) => {
    const shown = models.filter(({ resource }) => resource.isShown);
    const described = shown.filter(({ resource }) => resource.description.trim() !== '');
    return coverage(described.length, shown.length, percent);
  },
  'columns-not-in-warehouse': ({ resources, project }) => {
    if (!project.facts.hasCatalog) return { unanswered: unansweredWords.noCatalog };
    return affectedWhere(
      resources,
      ({ uniqueId }) => uniqueId,
      ({ columns }) => {
        const gone = columns.filter((column) => column.isDeclared && column.isInCatalog === false);
        return gone.length === 0
          ? null
          : findingWords.columns(namesIn(gone.map(({ name }) => name)));
      },
    );
  },
} as const satisfies { readonly [Name in RuleName]?: Finder<Name> };

function sourceName({ details }: Resource): string {
  return details.kind === 'source' ? details.sourceName : '';
}

function undescribed(resources: readonly Resource[], unanswered: string): Found {
  if (resources.length === 0) return { unanswered };
  return affectedWhere(
    resources,
    ({ uniqueId }) => uniqueId,
    ({ description, isShown }) =>
      isShown && description.trim() === '' ? findingWords.noDescription : null,
  );
}
