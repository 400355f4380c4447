import { describe, expect, it } from 'vitest';
import { aContext, aNode, aResource, aTest } from './test-context.ts';

describe('links', () => {
  const { links } = aContext([
    aResource('model.shop.orders', { testIds: ['test.shop.unique_orders'] }),
    aResource('model.shop.customers.v2', { name: 'customers', details: aNode({ version: '2' }) }),
    aResource('test.shop.unique_orders', { details: aTest({ attachedNode: 'model.shop.orders' }) }),
    aResource('test.shop.lost', { details: aTest({ attachedNode: null }) }),
    aResource('macro.shop.cents', { details: { kind: 'macro', arguments: [] } }),
    aResource('macro.dbt.ref', { details: { kind: 'macro', arguments: [] } }),
    aResource('widget.shop.thing'),
  ]);

  it('lead to the page below the base', () => {
    expect(links.link('model.shop.orders')).toEqual({
      uniqueId: 'model.shop.orders',
      name: 'orders',
      resourceType: 'model',
      href: '/docs/models/model.shop.orders/',
    });
    expect(links.jsonHref('model.shop.orders')).toBe('/docs/models/model.shop.orders.json');
  });

  it('name a versioned model with its version', () => {
    expect(links.link('model.shop.customers.v2').name).toBe('customers.v2');
  });

  it('lead from a generic test to its place on the page of what it tests', () => {
    expect(links.link('test.shop.unique_orders').href).toBe(
      '/docs/models/model.shop.orders/#test-test.shop.unique_orders',
    );
    expect(links.jsonHref('test.shop.unique_orders')).toBe('/docs/models/model.shop.orders.json');
  });

  it('give a generic test a page where what it tests is unknown', () => {
    expect(links.pagePath('test.shop.lost')).toBe('/tests/test.shop.lost/');
  });

  it('give a resource of an unknown type a page among the others', () => {
    expect(links.pagePath('widget.shop.thing')).toBe('/other/widget.shop.thing/');
  });

  it('lead to macros of the project, and nowhere for those of packages', () => {
    expect(links.pagePath('macro.shop.cents')).toBe('/macros/macro.shop.cents/');
    expect(links.link('macro.dbt.ref').href).toBeNull();
  });

  it('lead nowhere for what the artifacts don’t contain, and still name it', () => {
    expect(links.link('model.other.gone')).toEqual({
      uniqueId: 'model.other.gone',
      name: 'gone',
      resourceType: 'model',
      href: null,
    });
  });
});
