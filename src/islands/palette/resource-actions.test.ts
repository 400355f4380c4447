import { describe, expect, it } from 'vitest';
import { aName } from '../../search/testing/a-name.ts';
import { resourceActions } from './resource-actions.ts';

/** What each action copies, or where it leads. */
function actions(...args: Parameters<typeof aName>): string[] {
  return resourceActions(aName(...args), '/docs/').entries.map(({ detail, does }) =>
    typeof does === 'string' ? does : detail,
  );
}

describe('what can be done with a resource that was found', () => {
  it('is to copy its id and its call, and to open its lineage, its JSON and its page', () => {
    expect(actions('model.shop.orders')).toEqual([
      'model.shop.orders',
      "{{ ref('orders') }}",
      '/docs/lineage/?select=1%2Borders%2B1&node=model.shop.orders',
      '/models/model.shop.orders.json',
      '/models/model.shop.orders/',
    ]);
  });

  it('names versions and sources as SQL does', () => {
    const version = { name: 'dim.v2', shortName: 'dim' };
    expect(actions('model.shop.dim.v2', version)[1]).toBe("{{ ref('dim', v=2) }}");
    const word = { name: 'dim.vnext', shortName: 'dim' };
    expect(actions('model.shop.dim.vnext', word)[1]).toBe("{{ ref('dim', v='next') }}");
    const source = { name: 'raw.orders', shortName: 'orders' };
    expect(actions('source.shop.raw.orders', source)[1]).toBe("{{ source('raw', 'orders') }}");
  });

  it('is no lineage of what has none, and no call of what is not called', () => {
    expect(actions('macro.shop.to_nok')).toEqual([
      'macro.shop.to_nok',
      '/macros/macro.shop.to_nok.json',
      '/macros/macro.shop.to_nok/',
    ]);
  });
});
