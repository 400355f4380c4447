import { describe, expect, it } from 'vitest';
import type { Column } from '../../project/column.ts';
import { aColumn } from '../test-context.ts';
import { columnTree } from './column-tree.ts';

function column(name: string, type: string | null = null): Column {
  return aColumn(name, { catalogType: type, isDeclared: false, isInCatalog: true });
}

const drawn = (columns: readonly Column[]): string[] =>
  columnTree(columns).map(
    ({ label, depth, partCount, column: own }) =>
      `${'  '.repeat(depth)}${label}${partCount > 0 ? ` +${partCount}` : ''}${own === null ? ' (type)' : ''}`,
  );

describe('columnTree', () => {
  it('keeps plain columns as they are, dots in their names included', () => {
    expect(drawn([column('b'), column('a'), column('x.y')])).toEqual(['b', 'a', 'x.y']);
  });

  it('moves parts below their column, wherever the catalog lists them', () => {
    expect(drawn([column('A'), column('z'), column('a.b.c'), column('a.b')])).toEqual([
      'A +2',
      '  b +1',
      '    c',
      'z',
    ]);
  });

  it('adds the parts that only the type tells of, after those that are listed', () => {
    expect(
      drawn([column('a', 'STRUCT<x INT64, y STRUCT<z DATE>>'), column('a.y', 'STRUCT<z DATE>')]),
    ).toEqual(['a +3', '  y +1', '    z (type)', '  x (type)']);
  });

  it('stays within its bounds when types are wide', () => {
    const wide = `STRUCT<${Array.from({ length: 450 }, (_, at) => `f${at} INT64`).join(', ')}>`;
    expect(columnTree(['a', 'b', 'c'].map((name) => column(name, wide)))).toHaveLength(1003);
  });

  it('survives a column that is listed twice', () => {
    expect(drawn([column('a'), column('a'), column('a.b')])).toEqual(['a +1', '  b', 'a']);
  });
});
