import { describe, expect, it } from 'vitest';
import { parseDefinition } from './parse-definition.ts';
import { aGraph, aSelectable, selectedNames } from './testing/a-graph.ts';

/**
 * raw (source) → a → b → d;  a → c → d;  e stands alone. `t_a` tests a; `t_bc` relates b and c;
 * `u_d` is a unit test of d.
 */
const graph = aGraph(
  [
    aSelectable('source.shop.raw.orders', { tags: ['daily'] }),
    aSelectable('model.shop.a', { tags: ['daily', 'core'], config: { materialized: 'view' } }),
    aSelectable('model.shop.b', { tags: ['core'], group: 'sales', access: 'public' }),
    aSelectable('model.shop.c', { config: { materialized: 'table', meta: { size: 3 } } }),
    aSelectable('model.shop.d', { filePath: 'models/marts/d.sql', patchPath: 'models/_m.yml' }),
    aSelectable('model.other.e', { filePath: 'models/marts/e.sql' }),
    aSelectable('exposure.shop.board'),
    aSelectable('test.shop.t_a', { testName: 'not_null', config: { severity: 'WARN' } }),
    aSelectable('test.shop.t_bc', { testName: 'relationships' }),
    aSelectable('unit_test.shop.u_d'),
  ],
  [
    ['source.shop.raw.orders', 'model.shop.a'],
    ['model.shop.a', 'model.shop.b'],
    ['model.shop.a', 'model.shop.c'],
    ['model.shop.b', 'model.shop.d'],
    ['model.shop.c', 'model.shop.d'],
    ['model.shop.d', 'exposure.shop.board'],
    ['model.shop.a', 'test.shop.t_a'],
    ['model.shop.b', 'test.shop.t_bc'],
    ['model.shop.c', 'test.shop.t_bc'],
    ['model.shop.d', 'unit_test.shop.u_d'],
  ],
);
const selected = (include: string | null, exclude: string | null = null) =>
  selectedNames(graph, include, exclude, { indirect: 'empty' });

describe('the graph', () => {
  it.each([
    ['b', ['b']],
    ['+b', ['a', 'b', 'orders']],
    ['1+b', ['a', 'b']],
    ['0+b', ['b']],
    ['b+', ['b', 'board', 'd', 't_bc', 'u_d']],
    ['b+1', ['b', 'd', 't_bc']],
    ['1+b+1', ['a', 'b', 'd', 't_bc']],
    ['@b', ['a', 'b', 'board', 'c', 'd', 'orders', 't_bc', 'u_d']],
    ['+exposure:board', ['a', 'b', 'board', 'c', 'd', 'orders']],
    ['source:raw+1', ['a', 'orders']],
    ['e', ['e']],
  ])('%s', (text, names) => {
    expect(selected(text)).toEqual(names);
  });

  it('is followed through cycles and to itself without end', () => {
    const cycle = aGraph(
      [aSelectable('model.shop.x'), aSelectable('model.shop.y')],
      [
        ['model.shop.x', 'model.shop.y'],
        ['model.shop.y', 'model.shop.x'],
        ['model.shop.x', 'model.shop.x'],
      ],
    );
    expect(selectedNames(cycle, '+x+')).toEqual(['x', 'y']);
    expect(selectedNames(cycle, '@x')).toEqual(['x', 'y']);
  });
});

describe('sets', () => {
  it.each([
    ['b c', null, ['b', 'c']],
    ['tag:core,tag:daily', null, ['a']],
    ['+d,tag:core e', null, ['a', 'b', 'e']],
    ['+d', '+b', ['c', 'd']],
    [null, 'resource_type:model test_type:data', ['board', 'orders', 'u_d']],
    ['nothing', null, []],
    [' ', null, []],
    ['d', 'd', []],
  ])('%s without %s', (include, exclude, names) => {
    expect(selected(include, exclude)).toEqual(names);
  });
});

describe('methods', () => {
  it.each([
    ['tag:d*', ['a', 'orders']],
    ['group:sales', ['b']],
    ['access:public', ['b']],
    ['source:shop.raw.orders', ['orders']],
    ['source:raw.*', ['orders']],
    ['path:models/marts', ['d', 'e']],
    ['path:models/_m.yml', ['d']],
    ['models/marts/d.sql', ['d']],
    ['file:d', ['d']],
    ['d.sql', ['d']],
    ['package:this,resource_type:model', ['a', 'b', 'c', 'd']],
    ['package:oth*', ['e']],
    ['config.materialized:table', ['c']],
    ['config.meta.size:3', []],
    ['config.severity:warn', ['t_a']],
    ['test_name:not_*', ['t_a']],
    ['test_name:u_d', ['u_d']],
    ['test_type:unit', ['u_d']],
    ['exposure:shop.b*', ['board']],
    ['version:none', ['a', 'b', 'c', 'd', 'e']],
  ])('%s', (text, names) => {
    expect(selected(text)).toEqual(names);
  });

  it('ask the facts for results, freshness and changes', () => {
    const facts = {
      indirect: 'empty',
      results: new Map([['model.shop.b', 'error']]),
      sourceStatuses: new Map([['source.shop.raw.orders', new Set(['pass', 'fresher'])]]),
      state: new Map([
        ['model.shop.c', { isNew: true, isModified: true, parts: new Set(['body'] as const) }],
      ]),
    } as const;
    expect(selectedNames(graph, 'result:ERROR', null, facts)).toEqual(['b']);
    expect(selectedNames(graph, 'source_status:fresher+1', null, facts)).toEqual(['a', 'orders']);
    expect(selectedNames(graph, 'state:new', null, facts)).toEqual(['c']);
    expect(selectedNames(graph, 'state:modified.body', null, facts)).toEqual(['c']);
    expect(selectedNames(graph, 'state:modified.configs', null, facts)).toEqual([]);
    expect(selectedNames(graph, 'state:old,+b', null, facts)).toEqual(['a', 'b', 'orders']);
  });
});

describe('tests', () => {
  it.each([
    ['eager', 'b', ['b', 't_bc']],
    ['cautious', 'b', ['b']],
    ['cautious', 'b c', ['b', 'c', 't_bc']],
    ['buildable', 'b', ['b']],
    ['buildable', 'd', ['d', 'u_d']],
    ['empty', 'b c', ['b', 'c']],
    ['eager', 't_bc', ['t_bc']],
    ['empty', 't_bc', ['t_bc']],
  ] as const)('join %s selection of %s', (indirect, text, names) => {
    expect(selectedNames(graph, text, null, { indirect })).toEqual(names);
  });

  it('are left out by an exclusion of what they test', () => {
    expect(selectedNames(graph, 'b c', 'c')).toEqual(['b']);
  });
});

describe('selectors.yml', () => {
  const define = (definition: unknown) => {
    const parsed = parseDefinition('s', definition);
    if (typeof parsed === 'string') throw new Error(parsed);
    return { selectors: new Map([['s', parsed]]) };
  };
  it.each([
    ['a text', 'tag:core', ['a', 'b', 't_a', 't_bc']],
    ['one key', { tag: 'core' }, ['a', 'b', 't_a', 't_bc']],
    [
      'parents',
      { method: 'fqn', value: 'b', parents: true, parents_depth: 1, indirect_selection: 'empty' },
      ['a', 'b'],
    ],
    [
      'children to the end',
      { method: 'fqn', value: 'd', children: true, children_depth: 0 },
      ['board', 'd', 'u_d'],
    ],
    [
      '@',
      { method: 'fqn', value: 'a', childrens_parents: true, exclude: ['test_type:data', 'c'] },
      ['a', 'b', 'board', 'd', 'orders', 'u_d'],
    ],
    [
      'a union',
      { union: ['a', { method: 'tag', value: 'core' }, { exclude: ['b'] }] },
      ['a', 't_a'],
    ],
    ['an intersection', { intersection: ['+d', { tag: 'daily' }] }, ['a', 'orders', 't_a']],
  ])('reads %s', (_, definition, names) => {
    expect(selectedNames(graph, 'selector:s', null, define(definition))).toEqual(names);
  });

  it('says what it cannot read', () => {
    expect(parseDefinition('odd', { union: [{}] })).toBe(
      'The definition of the selector "odd" can\'t be read: it holds neither a criterion nor a list of them.',
    );
    expect(parseDefinition('odd', { union: ['a', { exclude: ['b'] }, { exclude: ['c'] }] })).toBe(
      'The definition of the selector "odd" can\'t be read: it has more than one exclude beside each other.',
    );
  });
});

describe('what has no answer', () => {
  it.each([
    ['tga:x', 'There is no method "tga".'],
    ['tag.x:y', 'The method tag takes nothing after a dot.'],
    ['config:view', 'config needs the name of a setting after a dot.'],
    ['access:open', '"open" is no value of access.'],
    ['source:a.b.c.d', '"a.b.c.d" has too many parts for source.'],
    ['metric:a.b.c', '"a.b.c" has too many parts for metric.'],
    ['state:modified', 'There is nothing to compare with, so state: has no answer.'],
    ['result:error', 'No results of a run are known, so result: has nothing to look at.'],
    ['selector:x', 'No selector of selectors.yml is called "x".'],
  ])('%s: %s', (text, message) => {
    expect(selectedNames(graph, text)).toBe(message);
  });

  it('is found inside selectors, and so is one that refers to itself', () => {
    const circle = parseDefinition('s', { method: 'selector', value: 's' });
    if (typeof circle === 'string') throw new Error(circle);
    const facts = { selectors: new Map([['s', circle]]) };
    expect(selectedNames(graph, 'selector:s', null, facts)).toBe(
      'The selector "s" refers to itself.',
    );
  });
});
