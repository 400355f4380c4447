import { aNode, aResource, aRun } from '../../test-context.ts';
import { ids, model, NIGHTS, testRules } from '../testing/rule-worlds.ts';

testRules('performance', {
  'slow-models': [
    {
      resources: [model('a'), model('b')],
      runs: [90, 20, 30, 25].map((seconds, night) => {
        const run = aRun(`r${night}`, `${NIGHTS[night]}T05:00:00.000Z`, {
          'model.shop.a': 'success',
          'model.shop.b': 'success',
        });
        const results = run.results.map((result) => ({
          ...result,
          executionTime: result.uniqueId.endsWith('a') ? seconds : 30,
        }));
        return { ...run, results };
      }),
    },
    ['a: took 90 s; before, half of the runs took up to 25 s'],
  ],
  'chained-views': [
    {
      resources: 'abcdef'.split('').map((name, index) =>
        model(name, {
          parents: index === 0 ? [] : ids('abcdef'[index - 1] ?? ''),
          details: aNode({ materialized: index === 5 ? 'table' : 'view' }),
        }),
      ),
    },
    ['f: stands on 5 views on top of each other'],
  ],
  'exposure-parents-materialization': [
    {
      resources: [
        model('a', { details: aNode({ materialized: 'view' }) }),
        model('b'),
        aResource('exposure.shop.e', { parents: ids('a', 'b') }),
      ],
    },
    ['a: view, read by e'],
  ],
});
