import { expect, it } from 'vitest';
import { pageTitle } from './page-title.ts';

it('tells apart the pages of a list', () => {
  const titleOf = (title: string, href: string) =>
    pageTitle({ title, href, description: '', jsonHref: null, breadcrumbs: [] }, 'shop');
  expect(titleOf('Models', '/docs/models/')).toBe('Models · shop');
  expect(titleOf('Models', '/docs/models/page/12/')).toBe('Models, page 12 · shop');
  expect(titleOf('shop', '/docs/')).toBe('shop');
});
