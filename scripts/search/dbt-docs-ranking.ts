import type { Resource } from '../../src/project/resource.ts';
import type { ViewContext } from '../../src/view/context.ts';
import type { Ranking } from './ranked-hit.ts';

/** Types that dbt docs searches, macros apart. */
const SEARCHED = ['model', 'source', 'seed', 'snapshot', 'analysis', 'exposure', 'metric'];

/**
 * Ranks as dbt docs does (dbt-labs/dbt-docs, `project_service.js` and `project_service_utils.js`): what has all words of a
 * query in one of its fields is found; the weight of the name decides, then that of all fields.
 */
export function dbtDocsRanking({ project }: ViewContext): Ranking {
  const searched = [...project.resources.values()].filter(
    ({ resourceType, isShown }) =>
      isShown && (SEARCHED.includes(resourceType) || resourceType === 'macro'),
  );
  return (query) => {
    const words = wordsOf(query);
    const found = searched
      .filter((resource) => fieldsOf(resource).some((field) => holdsAll(field, words)))
      .map((resource) => ({ resource, ...weigh(resource, query.toLowerCase()) }))
      .sort((a, b) => b.byName - a.byName || b.total - a.total);
    return Promise.resolve(
      found.map(({ resource: { uniqueId } }) => ({ ids: [uniqueId], column: null })),
    );
  };
}

/** As lodash cuts words: at anything but letters and digits, and between letters and digits. */
function wordsOf(query: string): string[] {
  return query.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];
}

function fieldsOf({ name, label, description, rawCode, columns, tags }: Resource): string[] {
  return [
    name,
    label ?? '',
    description,
    rawCode ?? '',
    ...columns.flatMap((column) => [column.name, column.description]),
    ...tags,
  ];
}

function holdsAll(field: string, words: readonly string[]): boolean {
  const lower = field.toLowerCase();
  return lower !== '' && words.every((word) => lower.includes(word));
}

function weigh(resource: Resource, query: string): { byName: number; total: number } {
  const { name, description, rawCode, columns, tags } = resource;
  const byName = 10 * nameWeight(name, query);
  const total =
    byName +
    5 * sum(tags.map((tag) => times(tag, query))) +
    3 * times(description, query) +
    2 * times(rawCode ?? '', query) +
    sum(columns.map((column) => times(column.name, query)));
  return { byName, total };
}

function nameWeight(name: string, query: string): number {
  const lower = name.toLowerCase();
  if (name === query) return 10;
  if (lower.startsWith(query)) return 5;
  if (lower.endsWith(query)) return 3;
  return lower.includes(query) ? 1 : 0;
}

function times(text: string, query: string): number {
  return query === '' ? 0 : text.toLowerCase().split(query).length - 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
