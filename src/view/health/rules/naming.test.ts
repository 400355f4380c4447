import { at, source, test, testRules } from '../testing/rule-worlds.ts';

testRules('naming', {
  'model-names': [
    {
      resources: [
        at('staging', 'stg_a'),
        at('staging', 'orders'),
        at('marts', 'customers'),
        at('marts', 'sales'),
      ],
    },
    ['orders: lies in staging, so begins with stg_'],
  ],
  'model-directories': [
    {
      resources: [
        at('staging', 'stg_a'),
        at('staging', 'stg_b'),
        at('marts', 'stg_c'),
        at('marts', 'fct_d'),
      ],
    },
    ['stg_c: belongs in a folder staging, but is models/marts/stg_c.sql'],
  ],
  'source-directories': [
    {
      resources: [
        source('a', { filePath: 'models/raw/s.yml' }),
        source('b', { filePath: 'models/raw/s.yml' }),
        source('c', { filePath: 'models/s.yml' }),
      ],
    },
    ['raw.c: belongs in a folder raw, but is models/s.yml'],
  ],
  'test-directories': [
    {
      resources: [
        at('marts', 'a', { testIds: ['test.shop.x'] }),
        at('staging', 'b', { testIds: ['test.shop.y'] }),
        { ...test('x', 'a'), filePath: 'models/staging/s.yml' },
        { ...test('y', 'b'), filePath: 'models/staging/s.yml' },
      ],
    },
    ['a: tested in models/staging/s.yml'],
  ],
});
