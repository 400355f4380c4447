import { describe, expect, it } from 'vitest';
import { plural } from './plural.ts';

describe('plural', () => {
  it('puts the number before the noun that fits it', () => {
    expect([plural(0, 'model'), plural(1, 'model'), plural(2, 'model')]).toEqual([
      '0 models',
      '1 model',
      '2 models',
    ]);
  });

  it('takes an irregular plural and groups thousands', () => {
    expect(plural(1234, 'analysis', 'analyses')).toBe('1,234 analyses');
  });
});
