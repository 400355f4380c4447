import { SEARCH } from '../../messages/search.ts';
import { compareText } from '../../project/order.ts';
import type { Resource } from '../../project/resource.ts';
import { normalText, wordsOf } from '../../search/normal-text.ts';
import { collectionType, type Collection } from '../collection.ts';
import type { ViewContext } from '../context.ts';
import type { SearchPageView } from '../search-page.ts';

/** Examples are taken from so many models: what most of these have, most of all will have. */
const MOST_USED = 500;

/**
 * @param searched in the order of search
 * @param needed files, below the base, that any search needs
 */
export function buildSearchPage(
  searched: readonly Resource[],
  needed: readonly string[],
  collections: readonly Collection[],
  context: ViewContext,
): SearchPageView {
  const { href } = context.links;
  return {
    page: 'search',
    head: {
      title: SEARCH.title,
      description: SEARCH.description,
      href: href('/search/'),
      jsonHref: href('/search/index.json'),
      breadcrumbs: [],
    },
    dataHref: href('/search/index.json'),
    preloads: needed.map((file) => href(`/${file}`)),
    examples: examplesOf(searched, context).map((query) => ({
      query,
      href: `${href('/search/')}?q=${encodeURIComponent(query.toWellFormed())}`,
    })),
    collections: collections.map((collection) => ({
      label: collection.plural,
      href: href(`/${collection.path}/`),
      type: collectionType(collection),
    })),
  };
}

/** A name by its last words, the column that most have, and a tag or a type: of what is used most. */
function examplesOf(searched: readonly Resource[], { project }: ViewContext): string[] {
  const models = searched
    .filter(
      ({ resourceType, packageName }) =>
        resourceType === 'model' && packageName === project.facts.name,
    )
    .map((model) => ({ model, uses: project.children.get(model.uniqueId)?.length ?? 0 }))
    .sort((a, b) => b.uses - a.uses || compareText(a.model.uniqueId, b.model.uniqueId))
    .slice(0, MOST_USED)
    .map(({ model }) => model);
  const name = models[0] === undefined ? [] : [wordsOf(normalText(models[0].name)).slice(-2)];
  const column = mostFrequent(models, ({ columns }) => columns.map((known) => known.name));
  const tag = mostFrequent(models, ({ tags }) => tags);
  const type = searched.some(({ resourceType }) => resourceType === 'exposure')
    ? 'type:exposure'
    : 'type:model';
  return [
    ...name.map((words) => words.join(' ')),
    ...column,
    tag.length === 0
      ? type
      : `tag:${/\s/.test(tag[0] ?? '') ? `"${tag[0] ?? ''}"` : (tag[0] ?? '')}`,
  ];
}

/** The text that stands there most often, the first in code-point order where several do; none for none. */
function mostFrequent(
  models: readonly Resource[],
  textsOf: (model: Resource) => readonly string[],
): string[] {
  const counts = new Map<string, number>();
  for (const model of models) {
    for (const text of textsOf(model)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  const best = [...counts].flatMap(([text, count]) => (count === most ? [text] : []));
  return best.sort(compareText).slice(0, 1);
}
