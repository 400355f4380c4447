import type { DatasetView } from './dataset.ts';
import type { ResourcePageView } from './resource-page.ts';
import type { SiteView } from './site.ts';

/** Columns that are named; a page lists them all. */
const MOST_COLUMNS = 200;

/**
 * A page as a schema.org `Dataset`, as JSON that may stand in a script element: nothing in it ends the element.
 * Addresses are absolute, so they are left out where nobody said where the site is published.
 *
 * @see https://schema.org/Dataset
 */
export function datasetJson(view: ResourcePageView, dataset: DatasetView, site: SiteView): string {
  const { siteUrl } = site;
  const absolute = (href: string | null): string | undefined =>
    siteUrl === null || href === null ? undefined : siteUrl + href;
  const parents = (view.lineage?.parents ?? []).flatMap(({ href }) => absolute(href) ?? []);
  const columns = (view.columns?.rows ?? []).slice(0, MOST_COLUMNS).map(({ name }) => name);
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: view.head.title,
    alternateName: dataset.relation ?? undefined,
    identifier: view.self.uniqueId,
    description: view.head.description,
    url: absolute(view.head.href),
    version: dataset.version ?? undefined,
    keywords: someOf(dataset.tags),
    // Neither a person nor an organisation for certain, so without a type.
    maintainer: dataset.owner === null ? undefined : { name: dataset.owner },
    dateModified: dataset.modifiedAt ?? undefined,
    variableMeasured: someOf(columns),
    isBasedOn: someOf(parents),
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      name: site.title,
      url: absolute(site.base),
    },
  }).replaceAll('<', String.raw`\u003c`);
}

function someOf(items: readonly string[]): readonly string[] | undefined {
  return items.length === 0 ? undefined : items;
}
