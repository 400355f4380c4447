import { expect, it } from 'vitest';
import {
  PRISTINE,
  readExplorerState,
  writeExplorerState,
  type ExplorerState,
} from './explorer-state.ts';

it('writes nothing for the lineage as it opens', () => {
  expect(writeExplorerState(PRISTINE)).toBe('');
  expect(readExplorerState('')).toEqual(PRISTINE);
});

it('reads what it wrote, whatever names hold', () => {
  const state: ExplorerState = {
    select: '2+orders+1 source:shop.raw,tag:nightly',
    node: 'model.shop.a&b=c+d',
    view: 'list',
    lens: 'owner',
    off: ['Finance, Nordics', 'a&b'],
    hide: ['source', 'semantic_model'],
    group: 'schema',
    folded: ['+model.shop.orders', 'model.shop.orders+'],
    camera: { x: -12, y: 340, zoom: 0.25 },
  };
  expect(readExplorerState(writeExplorerState(state))).toEqual(state);
});

it('keeps the plus of a selection out of the reach of those who take it for a space', () => {
  expect(writeExplorerState({ ...PRISTINE, select: '+orders+1' })).toBe('?select=%2Borders%2B1');
  expect(readExplorerState('?select=%2Borders%2B1').select).toBe('+orders+1');
});

it.each(['?at=1,2', '?at=a,b,c', '?at=1,2,0', '?view=cube&by=colour'])(
  'takes %s for nothing',
  (search) => {
    expect(readExplorerState(search)).toEqual(PRISTINE);
  },
);
