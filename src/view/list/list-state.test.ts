import { describe, expect, it } from 'vitest';
import {
  columnsShown,
  groupingOf,
  nextSort,
  PRISTINE,
  readState,
  writeState,
} from './list-state.ts';

describe('the state of a list in its URL', () => {
  it('leaves a URL alone as long as nothing was chosen', () => {
    expect(writeState(PRISTINE)).toBe('');
    expect(readState('', 'models')).toEqual(PRISTINE);
  });

  it.each([
    '?q=tag:nightly+-path:marts/finance',
    '?q=%22a+b%22+%26c%3D%23d',
    '?sort=-duration',
    '?sort=name',
    '?group=owner',
    '?group=none',
    '?cols=status,tests',
    '?cols=none',
    '?q=a&sort=status&group=tag&cols=health,rows',
  ])('comes back from %s', (search) => {
    expect(writeState(readState(search, 'models'))).toBe(search);
  });

  it('ignores what this list does not have', () => {
    expect(readState('?sort=loader&group=planet&cols=moon', 'models')).toEqual(PRISTINE);
    expect(readState('?cols=tests,moon,status', 'models').columns).toEqual(['status', 'tests']);
  });

  it('takes folders apart once rows are sorted, but not groups that were asked for', () => {
    expect(groupingOf(PRISTINE)).toBe('section');
    expect(groupingOf(readState('?sort=duration', 'models'))).toBe('none');
    expect(groupingOf(readState('?sort=duration&group=owner', 'models'))).toBe('owner');
  });

  it('shows the columns that were chosen, in the order of the list', () => {
    const ids = (search: string): string[] =>
      columnsShown(readState(search, 'groups'), 'groups').map(({ id }) => id);
    expect(ids('')).toEqual(['owner', 'members']);
    expect(ids('?cols=package,owner')).toEqual(['owner', 'package']);
    expect(ids('?cols=none')).toEqual([]);
  });
});

describe('nextSort', () => {
  it('turns the order round with the second click and gives it up with the third', () => {
    const first = nextSort(null, 'duration', true);
    const second = nextSort(first, 'duration', true);
    expect([first, second, nextSort(second, 'duration', true)]).toEqual([
      { column: 'duration', isDescending: true },
      { column: 'duration', isDescending: false },
      null,
    ]);
    expect(nextSort(second, 'name', false)).toEqual({ column: 'name', isDescending: false });
  });
});
