import { SITE } from '../messages/site.ts';
import { collectionType, type Collection } from './collection.ts';
import type { ViewContext } from './context.ts';
import type { NotFoundPageView } from './not-found-page.ts';

/** The page that a server shows for URLs that lead nowhere. */
export function buildNotFoundPage(
  collections: readonly Collection[],
  context: ViewContext,
): NotFoundPageView {
  const { links } = context;
  return {
    page: 'not-found',
    head: {
      title: SITE.notFound.headTitle,
      description: '',
      href: links.href('/404.html'),
      jsonHref: null,
      breadcrumbs: [],
    },
    searchHref: links.href('/search/'),
    collections: collections.map((collection) => ({
      label: collection.plural,
      href: links.href(`/${collection.path}/`),
      type: collectionType(collection),
    })),
  };
}
