import { expect, it } from 'vitest';
import { listTrees, type TreeNode } from './list-tree.ts';
import { anItem } from './testing/an-item.ts';

const flat = (nodes: readonly TreeNode[], depth = 0): string[] =>
  nodes.flatMap(({ label, count, href, children }) => [
    `${'  '.repeat(depth)}${label} ${count} ${href}`,
    ...flat(children, depth + 1),
  ]);
const ITEMS = [
  anItem('a', {
    folder: 'marts/finance',
    filePath: 'models/marts/finance/a.sql',
    schema: 's',
    database: 'd',
  }),
  anItem('b', {
    folder: 'marts/finance',
    filePath: 'models/marts/finance/b.sql',
    schema: 't',
    database: 'd',
  }),
  anItem('c', { folder: '', filePath: 'models/c.sql' }),
];

it('walks through folders, files and schemas, each leading to the list filtered by it', () => {
  const trees = listTrees(ITEMS, 'shop', '/docs/models/', (_, folder) =>
    folder === 'marts/finance' ? '/docs/models/page/2/#in-marts/finance' : null,
  );
  expect(trees.map(({ kind, nodes }) => [kind, flat(nodes)])).toEqual([
    [
      'resources',
      [
        'marts 2 /docs/models/?q=path:marts',
        '  finance 2 /docs/models/page/2/?q=path:marts/finance#in-marts/finance',
      ],
    ],
    [
      'files',
      [
        'models 3 /docs/models/?q=path:models',
        '  marts 2 /docs/models/?q=path:models/marts',
        '    finance 2 /docs/models/?q=path:models/marts/finance',
      ],
    ],
    [
      'database',
      [
        'd 2 /docs/models/?q=database:d',
        '  s 1 /docs/models/?q=database:d+schema:s',
        '  t 1 /docs/models/?q=database:d+schema:t',
      ],
    ],
  ]);
});

it('begins with packages where there are several', () => {
  const [resources] = listTrees(
    [...ITEMS, anItem('d', { packageName: 'dbt_utils', folder: 'sql' })],
    'shop',
    '/models/',
    () => null,
  );
  expect(flat(resources?.nodes ?? [])).toEqual([
    'dbt_utils 1 /models/?q=package:dbt_utils',
    '  sql 1 /models/?q=package:dbt_utils+path:sql',
    'shop 3 /models/?q=package:shop',
    '  marts 2 /models/?q=package:shop+path:marts',
    '    finance 2 /models/?q=package:shop+path:marts/finance',
  ]);
});
