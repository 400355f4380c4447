import { CONTRACT } from '../../emit/contract.ts';
import { lensPath } from '../../emit/json/lineage-files.ts';
import { API } from '../../messages/api.ts';
import { FEEDS } from '../../messages/feeds.ts';
import { HEALTH_STATES } from '../../health/health.ts';
import type { Endpoint } from '../../view/artifacts-page.ts';
import type { ViewContext } from '../../view/context.ts';
import { type Desk, ownerDesks, tagDesks } from '../../view/desks/desk.ts';
import { materializedOf } from '../../view/lineage/lenses.ts';
import { slugs } from '../../view/slug.ts';
import type { ListedCollection } from './listed-collections.ts';

/**
 * The JSON files of this site: each list, and one example of what there are many of.
 *
 * @param isLive whether a server tells of its builds
 */
export function endpointsOf(
  lists: readonly ListedCollection[],
  context: ViewContext,
  isLive: boolean,
): Endpoint[] {
  const { links, history, graph } = context;
  const ofJson = CONTRACT.flatMap(({ name, path, summary }): Endpoint[] => {
    const schemaHref = links.href(`/schemas/${name}.json`);
    return examplesOf(name, path).map(([label, href]) => ({
      label: API.label(summary, label),
      href,
      schemaHref,
    }));
  });
  return [...ofJson, { label: FEEDS.atom, href: links.href('/feed.atom'), schemaHref: null }];

  function examplesOf(name: string, path: string): (readonly [label: string, href: string])[] {
    switch (name) {
      case 'list':
        return lists.map(({ collection }) => [
          collection.plural.toLowerCase(),
          links.href(`/${collection.path}/index.json`),
        ]);
      case 'rows':
        return lists
          .slice(0, 1)
          .map(({ collection }) => [API.example, links.href(`/${collection.path}/rows.json`)]);
      case 'resource':
        return lists.flatMap(({ collection, resources }) => {
          const file = resources
            .map(({ uniqueId }) => links.jsonFile(uniqueId))
            .find((found) => found !== null);
          return file === undefined
            ? []
            : [[collection.singular.toLowerCase(), links.href(`/${file}`)] as const];
        });
      case 'run': {
        const [newest] = history.runs;
        return newest === undefined
          ? []
          : [[API.newest, `${links.runHref(newest.id).slice(0, -1)}.json`]];
      }
      case 'run-timeline': {
        const timed = history.runs.find(({ tally }) => tally.results > 0);
        return timed === undefined ? [] : [[API.newest, `${links.runHref(timed.id)}timeline.json`]];
      }
      case 'search-words':
      case 'search-texts':
        // `/search/index.json` says where they are.
        return [];
      case 'live-status':
        return isLive ? [['', links.href(path)]] : [];
      case 'health-rule':
        return [[API.example, links.href('/health/failing-tests.json')]];
      case 'health-state':
        return HEALTH_STATES.map((state) => [state, links.href(`/health/states/${state}.json`)]);
      case 'feed-of': {
        const [owner] = ownerDesks(context.project);
        const href = owner === undefined ? null : links.ownerHref(owner.name);
        return href === null ? [] : [[API.example, `${href}feed.json`]];
      }
      case 'owners':
      case 'owner':
        return deskExamples(name, path, ownerDesks(context.project), (owner) =>
          links.ownerHref(owner),
        );
      case 'tags':
      case 'tag':
        return deskExamples(name, path, tagDesks(context.project), (tag) => links.tagHref(tag));
      case 'lineage-lens':
        // There is a file where the lens says something of any node.
        return graph.ids.some((id) => materializedOf(context.project.resources.get(id)) !== null)
          ? [[API.example, links.href(`/${lensPath('materialized')}`)]]
          : [];
      case 'lineage-node': {
        const [first] = slugs(graph.ids).values();
        return first === undefined ? [] : [[API.example, links.href(`/lineage/${first}.json`)]];
      }
      default:
        return [['', links.href(path)]];
    }
  }

  /** The list of all desks, or one of them as an example; nothing where there are none. */
  function deskExamples(
    name: string,
    path: string,
    [first]: readonly Desk[],
    hrefOf: (name: string) => string | null,
  ): (readonly [label: string, href: string])[] {
    if (first === undefined) return [];
    if (name.endsWith('s')) return [['', links.href(path)]];
    const href = hrefOf(first.name);
    return href === null ? [] : [[API.example, `${href.slice(0, -1)}.json`]];
  }
}
