import { aColumn, aNode, aResource } from '../../test-context.ts';
import { ids, model, testRules } from '../testing/rule-worlds.ts';

testRules('governance', {
  'broken-contracts': [
    {
      resources: [
        model('a', {
          details: aNode({ contractEnforced: true }),
          columns: [
            aColumn('x', { isInCatalog: false }),
            aColumn('y', { isDeclared: false, isInCatalog: true }),
          ],
        }),
        model('b', {
          details: aNode({ contractEnforced: true }),
          columns: [aColumn('x', { isInCatalog: true })],
        }),
      ],
      hasCatalog: true,
    },
    ['a: not there: x; not in the contract: y'],
  ],
  'public-models-without-contract': [
    {
      resources: [
        model('a', { details: aNode({ access: 'public' }) }),
        model('b', { details: aNode({ access: 'public', contractEnforced: true }) }),
      ],
    },
    ['a: public, without a contract'],
  ],
  'undocumented-public-models': [
    {
      resources: [
        model('a', { details: aNode({ access: 'public' }) }),
        model('b', {
          description: 'B',
          details: aNode({ access: 'public' }),
          columns: [aColumn('x')],
        }),
        model('c', { description: 'C', details: aNode({ access: 'public' }) }),
      ],
    },
    ['a: no description', 'b: 0 of 1 column described'],
  ],
  'exposures-dependent-on-private-models': [
    {
      resources: [
        model('a', { details: aNode({ access: 'public' }) }),
        model('b', { details: aNode({ access: 'protected' }) }),
        aResource('exposure.shop.e', { parents: ids('a', 'b') }),
        aResource('exposure.shop.f', { parents: ids('a') }),
      ],
    },
    ['e: reads b'],
  ],
  'deprecated-models-used': [
    {
      resources: [
        model('a', { details: aNode({ deprecationDate: '2026-12-01T00:00:00.000Z' }) }),
        model('b', { details: aNode({ deprecationDate: '2026-12-01T00:00:00.000Z' }) }),
        model('c', { parents: ids('a') }),
      ],
    },
    ['a: deprecated from 2026-12-01 on; used by c'],
  ],
  'old-versions-used': [
    {
      resources: [
        ...['1', '2', '3'].map((version) =>
          model(`m.v${version}`, {
            details: aNode({
              version,
              latestVersion: '2',
              versionIds: ids('m.v1', 'm.v2', 'm.v3'),
            }),
          }),
        ),
        model('c', { parents: ids('m.v1', 'm.v2', 'm.v3') }),
      ],
    },
    ['m.v1: the latest is 2; used by c'],
  ],
  'models-without-owner': [
    { resources: [model('a'), model('b', { owner: { name: 'Ada', email: null, from: 'meta' } })] },
    ['a: no group with an owner, and no meta.owner'],
  ],
});
