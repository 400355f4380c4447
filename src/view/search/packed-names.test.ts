import { describe, expect, it } from 'vitest';
import { aName } from '../../search/testing/a-name.ts';
import { aColumn, aContext, aResource } from '../test-context.ts';
import { buildColumns } from './build-columns.ts';
import { buildNames } from './build-names.ts';
import { packColumns, packNames, unpackColumns, unpackNames } from './packed-names.ts';

describe('names', () => {
  it('come back as they were packed', () => {
    const names = [
      aName('model.shop.a', { label: 'A {}', folder: 'marts' }),
      aName('model.shop.a.v1', { name: 'a.v1', shortName: 'a', isOldVersion: true }),
      aName('source.shop.raw.{}', { shortName: '{}', uses: 3 }),
    ];
    expect(unpackNames(JSON.parse(JSON.stringify(packNames(names))), names.length)).toEqual(names);
  });

  it('are those of what has a page and is not kept out of the docs', () => {
    const { names } = columnsOfShop();
    expect(names.map(({ uniqueId }) => uniqueId)).toEqual(['model.shop.orders', 'model.shop.seen']);
    expect(names[0]?.uses).toBe(1);
  });
});

describe('columns', () => {
  it('come back as they were packed, with what has them', () => {
    const { columns } = columnsOfShop();
    expect(columns).toEqual({ names: ['id', 'note'], resources: [[0, 1], [1]] });
    expect(packColumns({ names: ['id'], resources: [[2, 5, 9]] }).resources).toEqual([[2, 3, 4]]);
    expect(unpackColumns(packColumns(columns))).toEqual(columns);
  });
});

function columnsOfShop() {
  const context = aContext([
    aResource('model.shop.hidden', { isShown: false, columns: [aColumn('id')] }),
    aResource('model.shop.orders', { columns: [aColumn('id')] }),
    aResource('model.shop.seen', {
      parents: ['model.shop.orders'],
      columns: [aColumn('note'), aColumn('id')],
    }),
    aResource('macro.elsewhere.helper', { details: { kind: 'macro', arguments: [] } }),
  ]);
  return { names: buildNames(context), columns: buildColumns(context) };
}
