import { describe, expect, it } from 'vitest';
import { giveWay } from './give-way.ts';

describe('giving way', () => {
  it('is no reason to fail where it is forbidden', () => {
    const forbid = (): never => {
      throw new Error('EPERM');
    };
    expect(() => {
      giveWay(19, forbid);
    }).not.toThrow();
  });
});
