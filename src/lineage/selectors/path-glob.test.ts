import { expect, it } from 'vitest';
import { globPaths, knownPaths } from './path-glob.ts';

const known = knownPaths([
  'models/orders.sql',
  'models/staging/shop/stg_orders.sql',
  'models/staging/shop/_shop.yml',
  'tests/no_gaps.sql',
]);

it.each([
  ['models', ['models']],
  ['models/', ['models']],
  ['./models/orders.sql', ['models/orders.sql']],
  ['models/*', ['models/staging', 'models/orders.sql']],
  ['models/*.sql', ['models/orders.sql']],
  ['models/**/*.sql', ['models/orders.sql', 'models/staging/shop/stg_orders.sql']],
  ['models/**', ['models/staging/shop', 'models/staging', 'models']],
  ['*/staging', ['models/staging']],
  ['models/st*/sh?p', ['models/staging/shop']],
  ['models/[os]*', ['models/staging', 'models/orders.sql']],
  ['mode', []],
  ['/models', []],
  ['../models', []],
  ['models/a+(b', []],
])('%s finds %j', (pattern, expected) => {
  expect([...globPaths(pattern, known)].sort()).toEqual([...expected].sort());
});
