import { expect, it } from 'vitest';
import { paginate } from './paginate.ts';

const href = (path: string): string => `/docs${path}`;

it('keeps a short list on one page without pagination', () => {
  expect(paginate([1, 2], '/models/', href)).toEqual([
    { rows: [1, 2], path: '/models/', pagination: null },
  ]);
});

it('gives an empty list its page', () => {
  expect(paginate([], '/models/', href)).toHaveLength(1);
});

it('cuts a long list into pages of 500 that link to each other', () => {
  const rows = Array.from({ length: 1001 }, (_, i) => i);
  const pages = paginate(rows, '/models/', href);
  expect(pages.map((page) => [page.path, page.rows.length])).toEqual([
    ['/models/', 500],
    ['/models/page/2/', 500],
    ['/models/page/3/', 1],
  ]);
  expect(pages[1]?.pagination).toMatchObject({
    number: 2,
    count: 3,
    previousHref: '/docs/models/',
    nextHref: '/docs/models/page/3/',
  });
});
