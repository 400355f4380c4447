import { describe, expect, it } from 'vitest';
import { nestedParts, shortType } from './nested-type.ts';

const listed = (type: string): string[] =>
  nestedParts(type).map(({ path, type: part }) => `${path.join('.')} ${part}`);

describe('nestedParts', () => {
  it('lists the parts of a BigQuery record, through lists and at every depth', () => {
    expect(
      listed('STRUCT<id INT64, lines ARRAY<STRUCT<sku STRING, price NUMERIC(10, 2)>>>'),
    ).toEqual([
      'id INT64',
      'lines ARRAY<STRUCT<sku STRING, price NUMERIC(10, 2)>>',
      'lines.sku STRING',
      'lines.price NUMERIC(10, 2)',
    ]);
  });

  it.each([
    ['struct<a:int,b:struct<c:string>>', ['a int', 'b struct<c:string>', 'b.c string']],
    ['ROW(a varchar, "b c" bigint)', ['a varchar', 'b c bigint']],
    ['STRUCT(a VARCHAR, b INTEGER[])[]', ['a VARCHAR', 'b INTEGER[]']],
    ['Array(Tuple(a String, b Nullable(UInt8)))', ['a String', 'b Nullable(UInt8)']],
  ])('reads %s', (type, parts) => {
    expect(listed(type)).toEqual(parts);
  });

  it.each([
    'INT64',
    'NUMERIC(10, 2)',
    'ARRAY<STRING>',
    'Tuple(String, UInt8)',
    'STRUCT<',
    'MAP(a, b)',
    '',
  ])('finds no parts in %j', (type) => {
    expect(nestedParts(type)).toEqual([]);
  });

  it('stays within its bounds on a type that is absurdly deep or wide', () => {
    expect(nestedParts(`${'STRUCT<a '.repeat(500)}INT64${'>'.repeat(500)}`)).toHaveLength(8);
    const wide = Array.from({ length: 900 }, (_, at) => `f${at} INT64`).join(', ');
    expect(nestedParts(`STRUCT<${wide}>`)).toHaveLength(500);
  });
});

describe('shortType', () => {
  it('leaves out the parts and keeps what is around them', () => {
    expect(shortType('ARRAY<STRUCT<sku STRING>>')).toBe('ARRAY<STRUCT<…>>');
    expect(shortType('STRUCT(a VARCHAR)[]')).toBe('STRUCT(…)[]');
    expect(shortType('DECIMAL(10, 2)')).toBe('DECIMAL(10, 2)');
  });
});
