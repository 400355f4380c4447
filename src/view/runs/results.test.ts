import { expect, it } from 'vitest';
import { responseText } from './results.ts';

it('tells of the response of an adapter what the row does not show', () => {
  const responseOf = (said: string, more: object = {}) =>
    responseText({
      adapterResponse: { _message: said, code: 'X', rows_affected: 1, ...more },
      message: 'Succeeded',
    });
  expect(responseOf('SUCCESS 1')).toBeNull();
  expect(responseOf('SUCCESS 1', { bytes_billed: 10_485_760 })).toBe('bytes_billed 10.5 MB');
  expect(responseOf('INSERT 1', { message: 'INSERT 1' })).toBe('INSERT 1');
  expect(responseOf('Succeeded')).toBeNull();
});
