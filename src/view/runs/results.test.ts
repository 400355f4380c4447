import { expect, it } from 'vitest';
import { responseText } from './results.ts';

it('tells of the response of an adapter what the row does not show', () => {
  const _message = 'SUCCESS 1';
  const said = { _message, code: 'SUCCESS', rows_affected: 1 };
  expect(responseText({ adapterResponse: said, message: 'SUCCESS 1' })).toBeNull();
  expect(
    responseText({ adapterResponse: { ...said, message: _message }, message: 'Succeeded' }),
  ).toBe('SUCCESS 1');
  expect(
    responseText({ adapterResponse: { ...said, bytes_billed: 10_485_760 }, message: _message }),
  ).toBe('bytes_billed 10.5 MB');
});
