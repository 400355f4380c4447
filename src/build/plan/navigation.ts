import { SEARCH } from '../../messages/search.ts';
import { SITE } from '../../messages/site.ts';
import { deskWords } from '../../messages/desks.ts';
import { healthPageWords } from '../../messages/health-page.ts';
import { collectionType } from '../../view/collection.ts';
import type { ViewContext } from '../../view/context.ts';
import { ownerDesks, tagDesks } from '../../view/desks/desk.ts';
import type { NavGroup } from '../../view/site.ts';
import type { ListedCollection } from './listed-collections.ts';

/** The sidebar of every page. */
export function navigation(lists: readonly ListedCollection[], context: ViewContext): NavGroup[] {
  const { href } = context.links;
  return [
    {
      label: SITE.nav.project,
      items: [
        { label: SITE.nav.home, href: href('/'), key: 'h' },
        { label: SEARCH.title, href: href('/search/') },
        { label: SITE.nav.runs, href: href('/runs/'), key: 'r' },
        { label: SITE.nav.lineage, href: href('/lineage/'), key: 'l' },
        { label: healthPageWords.title, href: href('/health/'), key: 's' },
        { label: SITE.nav.artifacts, href: href('/artifacts/'), key: 'a' },
      ],
    },
    {
      label: SITE.nav.resources,
      items: lists.map(({ collection }) => ({
        label: collection.plural,
        href: href(`/${collection.path}/`),
        type: collectionType(collection),
        ...(collection.path === 'models' ? { key: 'm' } : {}),
      })),
    },
    ...deskNavigation(context),
  ];
}

function deskNavigation({ project, links }: ViewContext): NavGroup[] {
  const items = [
    ...(ownerDesks(project).length > 0
      ? [{ label: deskWords.owners, href: links.href('/owners/'), type: 'owner' }]
      : []),
    ...(tagDesks(project).length > 0
      ? [{ label: deskWords.tags, href: links.href('/tags/'), type: 'tag' }]
      : []),
  ];
  return items.length === 0 ? [] : [{ label: deskWords.desks, items }];
}
