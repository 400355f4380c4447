import { expect, it } from 'vitest';
import { joinTests, readSelectables, selectableColumns } from './selectable-columns.ts';
import { aSelectable, selectedNames } from './testing/a-graph.ts';

const nodes = [
  aSelectable('model.shop.orders', {
    fqn: ['shop', 'a.b', 'orders'],
    tags: ['daily', 'core'],
    filePath: 'models/a.b/orders.sql',
    patchPath: 'models/_models.yml',
    group: 'sales',
    config: null,
  }),
  aSelectable('model.shop.users.v2', {
    name: 'users',
    fqn: ['shop', 'users', 'v2'],
    filePath: 'users_v2.sql',
    version: '2',
    latestVersion: '2',
    config: null,
  }),
  aSelectable('source.other.raw.orders', { sourceName: 'raw', config: null }),
];
const test = aSelectable('test.shop.not_null', { testName: 'not_null', config: null });

it('tell the same of every node as was written', () => {
  const columns = selectableColumns(nodes, new Map([['model.shop.orders', 'error']]));
  expect(readSelectables(JSON.parse(JSON.stringify(columns)), nodes)).toEqual(nodes);
  expect(columns.result).toEqual({ values: ['error'], nodes: [0, null, null] });
  expect(readSelectables(selectableColumns([test], new Map()), [test])).toEqual([test]);
});

it('are selected from as a whole project is, tests included', () => {
  const edges = { parents: [[2], [], []], children: [[], [], [0]] };
  const graph = joinTests(nodes, edges, [{ test, parents: [0] }]);
  expect(selectedNames(graph, '1+test_name:not_null')).toEqual(['not_null', 'orders']);
  expect(selectedNames(graph, 'source:raw+')).toEqual(['not_null', 'orders', 'orders']);
  expect(selectedNames(graph, 'config.materialized:view')).toBe(
    'Configurations are not part of this data, so config. has no answer here.',
  );
});
