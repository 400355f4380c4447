import { describe, expect, it } from 'vitest';
import { writeCbor } from '../../islands/full-text/write-cbor.ts';
import { readCbor } from './read-cbor.ts';

describe('CBOR', () => {
  it('is read as it was written', () => {
    const long = 'é'.repeat(70_000);
    const value = ['1.5.2', [], [0, 23, 24, 255, 256, 65_535, 65_536, 4_294_967_295], ['', long]];
    expect(readCbor(writeCbor(value))).toEqual(value);
  });

  it('has the bytes of the standard', () => {
    expect([...writeCbor([10, 1000, 'ü'])]).toEqual([
      0x83, 0x0a, 0x19, 0x03, 0xe8, 0x62, 0xc3, 0xbc,
    ]);
  });

  it('is not read where it ends too soon, goes on, or holds something else', () => {
    for (const bytes of [[0x82, 1], [0x63, 0x61], [1, 1], [0xf6], [0x9f, 0xff], [0x1b], []])
      expect(() => readCbor(Uint8Array.from(bytes))).toThrow(RangeError);
  });
});
