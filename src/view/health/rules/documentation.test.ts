import { aColumn, aResource, aSource } from '../../test-context.ts';
import { model, source, testRules } from '../testing/rule-worlds.ts';

testRules('documentation', {
  'undocumented-models': [
    {
      resources: [
        model('a', { description: ' ' }),
        model('b', { description: 'B' }),
        model('c', { isShown: false }),
      ],
    },
    ['a: no description'],
  ],
  'undocumented-sources': [
    {
      resources: [
        source('a'),
        source('b'),
        source('c', { details: aSource({ sourceName: 'crm', sourceDescription: 'CRM' }) }),
      ],
    },
    ['raw.a: the source raw of 2 tables'],
  ],
  'undocumented-source-tables': [
    { resources: [source('a'), source('b', { description: 'B' })] },
    ['raw.a: no description'],
  ],
  'undocumented-columns': [
    {
      resources: [
        model('a', { columns: [aColumn('x'), aColumn('y'), aColumn('z', { description: 'Z' })] }),
        model('b', { columns: [aColumn('x'), aColumn('y', { description: 'Y' })] }),
      ],
    },
    ['a: 1 of 3 columns described'],
  ],
  'undocumented-exposures': [
    {
      resources: [aResource('exposure.shop.a'), aResource('exposure.shop.b', { description: 'B' })],
    },
    ['a: no description'],
  ],
  'undocumented-metrics': [
    { resources: [aResource('metric.shop.a'), aResource('metric.shop.b', { description: 'B' })] },
    ['a: no description'],
  ],
  'documentation-coverage': [
    { resources: [model('a'), model('b', { description: 'B' })] },
    ['*: 1 of 2 models (50 %); the target is 100 %'],
  ],
  'columns-not-in-warehouse': [
    {
      resources: [
        model('a', {
          columns: [aColumn('x', { isInCatalog: false }), aColumn('y', { isInCatalog: true })],
        }),
        model('b', { columns: [aColumn('x')] }),
      ],
      hasCatalog: true,
    },
    ['a: not there: x'],
  ],
});
