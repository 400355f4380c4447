import { describe, expect, it } from 'vitest';
import { buildHomePage } from '../../view/build-home-page.ts';
import { buildResourcePage } from '../../view/resource/build-resource-page.ts';
import { aColumn, aContext, aNode, aResource, aRun } from '../../view/test-context.ts';
import { pageMarkdown } from './page-markdown.ts';

const ID = 'model.shop.orders';

function markdownOf(columnCount: number, description = 'Orders, one row each.\n\nMore.'): string {
  const orders = aResource(ID, {
    description,
    columns: Array.from({ length: columnCount }, (_, at) =>
      aColumn(`column_${at}`, {
        description: `What column_${at} *means*. And more.`,
        declaredType: 'integer',
      }),
    ),
    details: aNode({ materialized: 'table' }),
  });
  const context = aContext([orders], [aRun('r1', '2026-11-02T05:00:00.000Z', { [ID]: 'success' })]);
  return pageMarkdown(buildResourcePage(orders, '/models/model.shop.orders/', context), '/docs/');
}

describe('pageMarkdown', () => {
  it('says what a model is, in the words of its page', () => {
    expect(markdownOf(2)).toMatchInlineSnapshot(`
      "# orders

      Model · \`model.shop.orders\` · last run: success, 2026-11-02 05:00 UTC

      Orders, one row each.

      Health: Caution; Nothing tests it; Its last run succeeded; It has a description

      - Materialization: table
      - Package: shop

      ## Columns (2; 2 of 2 columns described)
      - \`column_0\` integer: What column_0 means. And more.
      - \`column_1\` integer: What column_1 means. And more.

      [page](/docs/models/model.shop.orders/) · [JSON](/docs/models/model.shop.orders.json)
      "
    `);
  });

  it('stays small with two thousand columns and a description without end', () => {
    const text = markdownOf(2000, 'word '.repeat(20_000));
    expect(text.length).toBeLessThan(6000);
    expect(text).toContain('and 1,876 more, in the JSON');
  });

  it('has a form for pages that have none of their own', () => {
    const head = {
      title: 'Nothing here',
      description: 'A page',
      href: '/docs/x/',
      jsonHref: null,
      breadcrumbs: [],
    };
    expect(
      pageMarkdown(
        { page: 'not-found', head, searchHref: '/docs/search/', collections: [] },
        '/docs/',
      ),
    ).toBe('# Nothing here\n\nA page\n\n[page](/docs/x/)\n');
  });

  it('leads from home to the lists', () => {
    const collection = {
      path: 'models',
      resourceTypes: ['model'],
      singular: 'Model',
      plural: 'Models',
    };
    const text = pageMarkdown(
      buildHomePage('Shop', [{ collection, count: 3 }], aContext([])),
      '/docs/',
    );
    expect(text).toContain('# Shop\n');
    expect(text).toContain('- [Models](/docs/models/index.md): 3');
  });
});
