import { expect, it } from 'vitest';
import { COLLECTIONS } from '../../view/collection.ts';
import { buildList } from '../../view/build-list.ts';
import { buildResourcePage } from '../../view/resource/build-resource-page.ts';
import { aContext, aResource, aRun, aTest } from '../../view/test-context.ts';
import { listEntry } from './list-file.ts';
import { resourceFile } from './resource-file.ts';

const [MODELS] = COLLECTIONS;
const SINGULAR = aResource('test.shop.no_orphans', {
  parents: ['model.shop.orders', 'model.shop.stg'],
  details: aTest({ isGeneric: false, testName: null }),
});
const GENERIC = aResource('test.shop.unique', {
  parents: ['model.shop.orders'],
  details: aTest({ attachedNode: 'model.shop.orders' }),
});
const ORDERS = aResource('model.shop.orders', {
  parents: ['model.shop.stg'],
  testIds: ['test.shop.unique'],
});
const CONTEXT = aContext(
  [
    SINGULAR,
    GENERIC,
    ORDERS,
    aResource('model.shop.stg', { parents: ['source.shop.raw'] }),
    aResource('source.shop.raw'),
    aResource('model.shop.untested'),
  ],
  [
    aRun('r1', '2026-11-02T05:00:00.000Z', {
      'test.shop.no_orphans': 'fail',
      'test.shop.unique': 'warn',
    }),
  ],
);

it('counts the same tests of a model on its page, in the list and in the JSON', () => {
  const models = [...CONTEXT.project.resources.values()].filter(
    (resource) => resource.resourceType === 'model',
  );
  const view = buildList(MODELS, models, CONTEXT).pages[0]?.view();
  const tests = view?.columns.findIndex(({ id }) => id === 'tests') ?? -1;
  expect(view?.rows.map(({ name, cells }) => [name, cells[tests]])).toEqual([
    ['orders', { kind: 'tests', passing: 0, failing: 1, warning: 1, other: 0 }],
    ['stg', { kind: 'tests', passing: 0, failing: 1, warning: 0, other: 0 }],
    ['untested', { kind: 'none', why: 'Nothing tests it.' }],
  ]);
  const page = buildResourcePage(ORDERS, '/models/x/', CONTEXT);
  expect(page.tests?.rows).toHaveLength(2);
  expect(models.map((model) => listEntry(model, CONTEXT))).toMatchObject([
    {
      name: 'orders',
      test_count: 2,
      test_results: { passing: 0, failing: 1, warning: 1, other: 0 },
    },
    { name: 'stg', test_count: 1 },
    { name: 'untested', test_count: 0 },
  ]);
});

it.each([
  [GENERIC, 3],
  [SINGULAR, 3],
])('counts all that lies above a test, each once, on page and in JSON', (test, total) => {
  const view = buildResourcePage(test, '/tests/x/', CONTEXT);
  expect(view.lineage?.totalUpstream).toBe(total);
  expect(resourceFile(test, view, CONTEXT)).toMatchObject({
    total_upstream: total,
    total_downstream: 0,
  });
});

it('leaves what the project says of an owner as it stands in the YAML', () => {
  const group = aResource('group.shop.g', {
    details: { kind: 'group', contact: { slackChannel: '#g' }, memberIds: [] },
  });
  const view = buildResourcePage(group, '/groups/x/', CONTEXT);
  expect(resourceFile(group, view, CONTEXT).details).toMatchObject({
    contact: { slackChannel: '#g' },
    member_ids: [],
  });
});
