import { describe, expect, it } from 'vitest';
import { buildResourcePage } from './resource/build-resource-page.ts';
import { datasetJson } from './dataset-json.ts';
import { aContext, aNode, aResource, aRun } from './test-context.ts';
import type { SiteView } from './site.ts';
import { PLAIN_SITE } from './testing/plain-site.ts';
import type { Resource } from '../project/resource.ts';

const ORDERS = 'model.shop.orders';
const SITE = { ...PLAIN_SITE, base: '/docs/', siteUrl: 'https://data.example.com' };

function jsonOf(resource: Resource, site: SiteView = SITE): string | null {
  const runs = [aRun('r1', '2026-11-02T05:00:00.000Z', { [resource.uniqueId]: 'success' })];
  const context = aContext([resource, aResource('seed.shop.raw')], runs);
  const view = buildResourcePage(resource, `/models/${resource.uniqueId}/`, context);
  return view.dataset === null ? null : datasetJson(view, view.dataset, site);
}

describe('datasetJson', () => {
  const orders = aResource(ORDERS, {
    description: 'One row an order.',
    tags: ['daily'],
    owner: { name: 'Finance', email: 'finance@example.com', from: 'own' },
    parents: ['seed.shop.raw'],
    details: aNode({ version: '2' }),
  });

  it('describes a model as a dataset, with absolute addresses', () => {
    expect(JSON.parse(jsonOf(orders) ?? '')).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name: 'orders.v2',
      identifier: ORDERS,
      description: 'One row an order.',
      url: 'https://data.example.com/docs/models/model.shop.orders/',
      version: '2',
      keywords: ['daily'],
      maintainer: { name: 'Finance' },
      dateModified: '2026-11-02T05:00:00.000Z',
      isBasedOn: ['https://data.example.com/docs/seeds/seed.shop.raw/'],
      includedInDataCatalog: {
        '@type': 'DataCatalog',
        name: 'Shop',
        url: 'https://data.example.com/docs/',
      },
    });
  });

  it('has no address where nobody said where the site is published', () => {
    const { url, isBasedOn, includedInDataCatalog } = JSON.parse(
      jsonOf(orders, { ...SITE, siteUrl: null }) ?? '',
    );
    expect([url, isBasedOn, includedInDataCatalog.url]).toEqual([undefined, undefined, undefined]);
  });

  it('cannot end the script element that it stands in', () => {
    const hostile = aResource(ORDERS, { tags: ['</script><!-- <script>'] });
    const json = jsonOf(hostile) ?? '';
    expect(json).not.toContain('<');
    expect(JSON.parse(json).keywords).toEqual(['</script><!-- <script>']);
  });

  it('is left out of what holds no data', () => {
    expect(jsonOf(aResource('exposure.shop.board'))).toBeNull();
    expect(jsonOf(aResource(ORDERS, { details: aNode({ materialized: 'ephemeral' }) }))).toBeNull();
  });
});
