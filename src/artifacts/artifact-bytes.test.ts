import { expect, it } from 'vitest';
import { unreadableReason } from './artifact-bytes.ts';

it('says in words why a file cannot be read', () => {
  const failed = (code: string): string =>
    unreadableReason(Object.assign(new Error('raw text'), { code }));
  expect(['EACCES', 'ENOENT', 'Z_DATA_ERROR', 'EIO'].map(failed)).toEqual([
    'permission denied',
    'it was removed meanwhile',
    'its gzip stream is damaged',
    'raw text',
  ]);
});

it('throws on what is no failure of a file', () => {
  expect(() => unreadableReason(new TypeError('a defect'))).toThrow('a defect');
});
