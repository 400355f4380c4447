import { expect, it } from 'vitest';
import { matchesFqn } from './fqn.ts';
import { aSelectable } from './testing/a-graph.ts';

const orders = aSelectable('model.shop.orders', { fqn: ['shop', 'marts', 'core', 'orders'] });
const dotted = aSelectable('model.shop.my.model', { fqn: ['shop', 'my.model'], name: 'my.model' });
const versioned = aSelectable('model.shop.users.v2', {
  fqn: ['shop', 'marts', 'users', 'v2'],
  name: 'users',
  version: '2',
});

it.each([
  [orders, 'orders', true],
  [orders, 'order', false],
  [orders, 'shop', true],
  [orders, 'marts', true],
  [orders, 'shop.marts', true],
  [orders, 'core', false],
  [orders, 'marts.core.orders', true],
  [orders, 'marts.core.orders.more', false],
  [orders, 'shop.*', true],
  [orders, 'marts.*', true],
  [orders, 'marts.*.orders', true],
  [orders, '*.orders', true],
  [orders, 'ord*', true],
  [orders, 'c*', false],
  [orders, 'marts.ord*', false],
  [orders, 'marts.c?re', false],
  [orders, 'marts.c?re.*', true],
  [orders, 'marts.[c]ore.orders', true],
  [dotted, 'my.model', true],
  [dotted, 'my', true],
  [dotted, 'my.*', true],
  [dotted, 'model', false],
  [versioned, 'users', true],
  [versioned, 'users.v2', true],
  [versioned, 'users_v2', true],
  [versioned, 'marts.users.v2', true],
  [versioned, 'users.v1', false],
  [versioned, 'v2', false],
  [versioned, 'use*', true],
])('%# %s', (node, value, expected) => {
  expect(matchesFqn(node, value), value).toBe(expected);
});
