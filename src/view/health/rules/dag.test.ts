import { ids, model, raw, source, testRules } from '../testing/rule-worlds.ts';

testRules('dag', {
  'missing-parents': [
    { resources: [model('a', { missingParents: ['model.other.x'] }), model('b')] },
    ['a: refers to model.other.x'],
  ],
  'hard-coded-references': [
    {
      resources: [
        model('a', { rawCode: 'select * from prod.sales.orders join {{ ref("b") }} using (id)' }),
        model('b', { rawCode: 'select * from {{ source("raw", "b") }} -- from prod.orders' }),
      ],
    },
    ['a: reads prod.sales.orders'],
  ],
  'duplicate-sources': [
    {
      resources: ['a', 'b', 'c'].map((name) =>
        source(name, {
          relation: {
            database: 'Lake',
            schema: 'raw',
            identifier: name === 'b' ? 'a' : name,
            name: null,
          },
        }),
      ),
    },
    ['raw.a: lake.raw.a is also raw.b', 'raw.b: lake.raw.a is also raw.a'],
  ],
  'unused-sources': [
    { resources: [source('a'), source('b'), model('m', { parents: raw('b') })] },
    ['raw.a: nothing reads it'],
  ],
  'unused-models': [
    {
      resources: [
        model('stg_a'),
        model('stg_b'),
        model('fct_c', { parents: ids('stg_b') }),
        model('other'),
      ],
    },
    ['stg_a: nothing reads it'],
  ],
  'root-models': [
    {
      resources: [
        model('a'),
        model('b', { parents: ids('a') }),
        model('c', { missingParents: ['x.y.z'] }),
      ],
    },
    ['a: no ref() and no source()'],
  ],
  'direct-join-to-source': [
    {
      resources: [
        source('s'),
        model('a', { parents: raw('s') }),
        model('b', { parents: [...ids('a'), ...raw('s')] }),
      ],
    },
    ['b: reads raw.s'],
  ],
  'downstream-dependent-on-source': [
    {
      resources: [
        source('s'),
        model('stg_a', { parents: raw('s') }),
        model('fct_b', { parents: raw('s') }),
      ],
    },
    ['fct_b: reads raw.s'],
  ],
  'multiple-sources-joined': [
    {
      resources: [
        source('s'),
        source('t'),
        model('a', { parents: raw('s', 't') }),
        model('b', { parents: raw('s') }),
      ],
    },
    ['a: reads raw.s, raw.t'],
  ],
  'source-fanout': [
    {
      resources: [
        source('s'),
        source('t'),
        model('a', { parents: raw('s', 't') }),
        model('b', { parents: raw('s') }),
      ],
    },
    ['raw.s: read by 2: a, b'],
  ],
  'model-fanout': [
    {
      resources: [
        model('a'),
        ...['x', 'y', 'z'].map((name) => model(name, { parents: ids('a') })),
        model('b'),
        ...['u', 'v'].map((name) => model(name, { parents: ids('b') })),
      ],
    },
    ['a: 3 leaves: x, y, z'],
  ],
  'rejoined-models': [
    {
      resources: [
        model('top'),
        model('between', { parents: ids('top') }),
        model('shared', { parents: ids('top') }),
        model('end', { parents: ids('between', 'shared', 'top') }),
        model('other', { parents: ids('shared') }),
      ],
    },
    ['between: only end reads it, as well as top'],
  ],
  'too-many-joins': [
    {
      resources: [
        ...'abcdefg'.split('').map((name) => model(name)),
        model('all', { parents: ids(...'abcdefg') }),
        model('most', { parents: ids(...'abcdef') }),
      ],
    },
    ['all: 7 parents'],
  ],
  'staging-dependent-on-staging': [
    {
      resources: [
        model('stg_a'),
        model('stg_b', { parents: ids('stg_a') }),
        model('int_c', { parents: ids('stg_a') }),
      ],
    },
    ['stg_b: reads stg_a'],
  ],
  'staging-dependent-on-downstream': [
    { resources: [model('fct_a'), model('stg_b', { parents: ids('fct_a') }), model('stg_c')] },
    ['stg_b: reads fct_a'],
  ],
});
