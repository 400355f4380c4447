import { aFreshness, aSource } from '../../test-context.ts';
import { checked, raw, rule, source, testRules } from '../testing/rule-worlds.ts';

testRules('freshness', {
  'stale-sources': [
    {
      resources: [source('a'), source('b')],
      runs: [
        checked(
          aFreshness(raw('a')[0] ?? ''),
          aFreshness(raw('b')[0] ?? '', { kind: 'success', status: 'pass' }),
        ),
      ],
    },
    ['raw.a: its newest row was 3 days old'],
  ],
  'nearly-stale-sources': [
    {
      resources: [source('a'), source('b')],
      runs: [
        checked(
          aFreshness(raw('a')[0] ?? '', { kind: 'warn', status: 'warn', age: 7200 }),
          aFreshness(raw('b')[0] ?? ''),
        ),
      ],
    },
    ['raw.a: its newest row was 2 hours old'],
  ],
  'unchecked-sources': [
    {
      resources: [
        source('a', { details: aSource({ freshness: rule }) }),
        source('b', { details: aSource({ freshness: rule }) }),
        source('c'),
      ],
      runs: [checked(aFreshness(raw('b')[0] ?? ''))],
    },
    ['raw.a: no check of it is known'],
  ],
  'sources-without-freshness': [
    { resources: [source('a'), source('b', { details: aSource({ freshness: rule }) })] },
    ['raw.a: no warn_after and no error_after'],
  ],
});
