import { describe, expect, it } from 'vitest';
import { Claims } from './claims.ts';

describe('Claims', () => {
  it('gives a path to the first that asks', () => {
    const claims = new Claims();
    expect(claims.claim('models/index.json')).toBeNull();
    expect(claims.claim('models/a/index.html')).toBeNull();
    expect(claims.claim('models/index.json')).toEqual({
      kind: 'taken',
      file: 'models/index.json',
      by: 'models/index.json',
    });
  });

  it('takes paths that differ only by case or Unicode form for the same', () => {
    const claims = new Claims();
    claims.claim('models/Orders/index.html');
    claims.claim('owners/ren\u00e9.json');
    expect(claims.claim('models/orders/index.html')).toEqual({
      kind: 'case',
      file: 'models/orders/index.html',
      by: 'models/Orders/index.html',
    });
    expect(claims.claim('owners/rene\u0301.json')?.kind).toBe('case');
  });

  it('refuses a file where a folder is, and a folder where a file is', () => {
    const claims = new Claims();
    claims.claim('models/a/index.html');
    claims.claim('runs');
    expect(claims.claim('models/a')).toEqual({
      kind: 'folder',
      file: 'models/a',
      by: 'models/a/index.html',
    });
    expect(claims.claim('runs/x/index.html')).toEqual({
      kind: 'folder',
      file: 'runs/x/index.html',
      by: 'runs',
    });
  });

  it.each([
    '',
    '/etc/passwd',
    '../up.json',
    'a/../../b',
    'a//b',
    'a\\..\\b',
    'C:/x',
    './a',
    'a\0b',
  ])('refuses %j, which leaves the output folder', (file) => {
    expect(new Claims().claim(file)).toEqual({ kind: 'outside', file });
  });

  it("refuses the engine's own folders", () => {
    expect(new Claims().claim('.dbt-workbench-staging/1')?.kind).toBe('outside');
  });
});
