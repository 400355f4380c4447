import { describe, expect, it } from 'vitest';
import { routeTarget } from './dbt-route.ts';
import { slug } from './slug.ts';

describe('routeTarget', () => {
  it.each([
    ['#!/model/model.shop.orders', 'models/model.shop.orders/'],
    ['#!/model/model.shop.orders?g_v=1&g_i=%2Borders', 'models/model.shop.orders/'],
    ['#!/model/model.shop.orders#details', 'models/model.shop.orders/'],
    ['#!/source/source.shop.raw.orders', 'sources/source.shop.raw.orders/'],
    ['#!/semantic_model/semantic_model.shop.o', 'semantic-models/semantic_model.shop.o/'],
    ['#!/saved_query/saved_query.shop.q', 'saved-queries/saved_query.shop.q/'],
    ['#!/analysis/analysis.shop.a', 'analyses/analysis.shop.a/'],
    ['#!/model/model.shop.%C3%B8l', `models/${slug('model.shop.øl')}/`],
    ['#!/model/model.shop.%', 'models/model.shop.~25/'],
  ])('finds the page of %s', (hash, page) => {
    expect(routeTarget(hash)?.page).toBe(page);
  });

  it('knows the list of an id that is too long to tell its page', () => {
    expect(routeTarget(`#!/model/model.shop.${'x'.repeat(200)}`)).toEqual({
      page: null,
      list: 'models/',
    });
  });

  it('leads to the first page from overviews and from what it does not know', () => {
    for (const hash of ['#!/overview', '#!/overview/dbt_utils?g_v=1', '#!/', '#!/sphinx/x']) {
      expect(routeTarget(hash)).toEqual({ page: null, list: '' });
    }
  });

  it('leaves other fragments alone', () => {
    expect([routeTarget(''), routeTarget('#columns'), routeTarget('#!model/x')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
