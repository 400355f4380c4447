import { describe, expect, it } from 'vitest';
import { lastChange } from './last-change.ts';

const print = (code: string) => ({ code, columns: 'c', config: 'f' });

/** Fingerprints in the order of time, as results newest first; a dash for none. */
function results(...codes: readonly string[]) {
  return codes
    .map((code, at) => ({ at, result: { fingerprint: code === '-' ? null : print(code) } }))
    .reverse();
}

describe('the last change of a node', () => {
  it('is the first run with what the node is made of now', () => {
    expect(lastChange(results('a', 'a', 'b', 'b'), print('b'))).toMatchObject({
      kind: 'changed',
      past: { at: 2 },
      parts: ['code'],
    });
  });

  it('is seen over runs whose manifest isn’t known', () => {
    expect(lastChange(results('a', '-', 'b', '-'), print('b'))).toMatchObject({
      kind: 'changed',
      past: { at: 2 },
    });
  });

  it('lies before the oldest run that tells, where all are alike', () => {
    expect(lastChange(results('-', 'a', 'a'), print('a'))).toMatchObject({
      kind: 'unchanged',
      past: { at: 1 },
    });
  });

  it('is newer than every run where the manifest has something else', () => {
    const now = { ...print('a'), columns: 'd', config: 'g' };
    expect(lastChange(results('a', 'a', '-'), now)).toMatchObject({
      kind: 'not run',
      past: { at: 1 },
      parts: ['columns', 'config'],
    });
  });

  it('is none where one run doesn’t know the code', () => {
    expect(lastChange(results('', 'a'), print('a'))).toMatchObject({ kind: 'unchanged' });
  });

  it('is unknown where no run tells', () => {
    const unknown = [lastChange([], print('a')), lastChange(results('-', '-'), print('a'))];
    expect(unknown).toEqual([null, null]);
  });
});
