import { describe, expect, it } from 'vitest';
import { contentHash, contentTime } from './content-hash.ts';

describe('contentHash', () => {
  it('is the beginning of the SHA-256 of text or bytes', () => {
    expect(contentHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223');
    expect(contentHash(new TextEncoder().encode('abc'))).toBe(contentHash('abc'));
  });
});

describe('contentTime', () => {
  it('lies between 2000 and 2020 and depends on the content alone', () => {
    expect(contentTime('0'.repeat(32))).toBe(Date.UTC(2000, 0, 1) / 1000);
    expect(contentTime('f'.repeat(32))).toBeLessThan(Date.UTC(2020, 0, 1) / 1000);
    expect(new Date(contentTime(contentHash('abc')) * 1000).toISOString()).toMatchInlineSnapshot(
      `"2008-04-26T07:36:33.000Z"`,
    );
  });
});
