import { describe, expect, it } from 'vitest';
import { typeClass, typeCode, typeWord } from './format-type.ts';

describe('typeCode', () => {
  it('is the code of the design for a known type', () => {
    expect([typeCode('model'), typeCode('semantic_model'), typeCode('unit_test')]).toEqual([
      'MDL',
      'SEM',
      'UNIT',
    ]);
  });

  it('is made from the name of a type that no dbt has used so far', () => {
    expect([typeCode('data_product'), typeClass('data_product'), typeWord('data_product')]).toEqual(
      ['DATA', 'ty-other', 'data product'],
    );
  });
});
