import { describe, expect, it } from 'vitest';
import { NO_FACTS } from '../selectors/selectable.ts';
import { aGraph, aSelectable } from '../selectors/testing/a-graph.ts';
import { asksOfTests, selectNodes } from './select-nodes.ts';

// Tests come after the nodes that are looked at: `z` sorts last.
const graph = aGraph(
  ['a', 'b', 'c', 'd']
    .map((name) => aSelectable(`model.shop.${name}`, { tags: name < 'c' ? ['early'] : [] }))
    .concat(aSelectable('test.shop.z', { testName: 'unique' })),
  [
    ['model.shop.a', 'model.shop.b'],
    ['model.shop.b', 'model.shop.c'],
    ['model.shop.c', 'model.shop.d'],
    ['model.shop.c', 'test.shop.z'],
  ],
);

function selected(text: string): [nodes: string, seeds: string] | string | null {
  const { nodes, seeds, error } = selectNodes(graph, NO_FACTS, 4, text);
  const names = (places: readonly number[]): string =>
    places.map((place) => graph.nodes[place]?.name).join('');
  return error === null ? [names(nodes), names(seeds)] : error.message;
}

describe('selectNodes', () => {
  it.each([
    ['c', ['c', 'c']],
    ['1+c+', ['bcd', 'c']],
    ['+b d', ['abd', 'bd']],
    ['tag:early+1', ['abc', 'ab']],
    ['+d,tag:early', ['ab', 'ab']],
    ['1+test_name:unique', ['c', '']],
    ['+d --exclude b+', ['a', '']],
    ['--exclude tag:early', ['cd', '']],
    ['a --exclude tagg:x', 'There is no method "tagg".'],
    ['nobody', ['', '']],
    ['config.materialized:view', ['', '']],
    ['tagg:x', 'There is no method "tagg".'],
    ['@a+', '"@a+" has @ before it and + behind it, which exclude each other.'],
  ])('%s', (text, expected) => {
    expect(selected(text)).toEqual(expected);
  });

  it('names the term that finds nothing', () => {
    expect(selectNodes(graph, NO_FACTS, 4, 'a 1+nobody').unmatched).toBe('1+nobody');
  });
});

it.each([
  ['+fct_orders tag:x', false],
  ['a,test_type:unit', true],
  ['1+unit_test:*', true],
  ['resource_type:test', true],
  ['resource_type:model', false],
  ['@x+', false],
])('%s asks of tests: %s', (text, expected) => {
  expect(asksOfTests(text)).toBe(expected);
});
