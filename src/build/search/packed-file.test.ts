import { expect, it } from 'vitest';
import { packed, unpacked } from './packed-file.ts';

it('A packed file names no system that it was made on, and is unpacked again', () => {
  const file = packed(Buffer.from('words'));
  expect(file[9]).toBe(255);
  expect(Buffer.from(unpacked(file)).toString()).toBe('words');
});
