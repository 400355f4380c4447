import { describe, expect, it } from 'vitest';
import type { ListItem } from './list-item.ts';
import { packColumn, packTexts } from './packed-column.ts';
import { packRows } from './packed-rows.ts';
import { anItem } from './testing/an-item.ts';
import { unpackRows } from './unpack-rows.ts';

describe('packColumn', () => {
  it('says what all rows share once', () => {
    expect(packColumn(['a', 'a', 'a'])).toEqual({ same: 'a' });
    expect(packColumn([null, null])).toEqual({ same: null });
    expect(packColumn([{ x: 1 }, { x: 1 }])).toEqual({ same: { x: 1 } });
  });

  it('lists different values where few of them repeat, and names them where most do', () => {
    expect(packColumn([1, 2, 3, 3])).toEqual({ each: [1, 2, 3, 3] });
    expect(packColumn(['b', 'a', 'b', 'b'])).toEqual({ values: ['b', 'a'], at: [0, 1, 0, 0] });
    expect(packColumn([])).toEqual({ values: [], at: [] });
  });

  it('tells null from its word, and numbers from theirs', () => {
    expect(packColumn([null, 'null', null, 'null'])).toEqual({
      values: [null, 'null'],
      at: [0, 1, 0, 1],
    });
  });
});

describe('packTexts', () => {
  it('leaves what else its row says out of a text', () => {
    expect(packTexts(['m.a', 'm.b'], 'name', ['a', 'b'])).toEqual({ same: 'm.{}', of: 'name' });
  });

  it('keeps texts as they are where one of them holds what would stand for that', () => {
    expect(packTexts(['m.{}', 'm.b'], 'name', ['a', 'b'])).toEqual({ each: ['m.{}', 'm.b'] });
  });
});

describe('unpackRows', () => {
  const sent = (items: readonly ListItem[]): ListItem[] =>
    unpackRows(JSON.parse(JSON.stringify(packRows(items))), items.length);

  it('gives back what was packed', () => {
    const items = [
      anItem('a', { tags: ['x', 'y'], status: { word: 'error', kind: 'error' }, rowCount: 0 }),
      anItem('', { href: null, filePath: 'models/.sql' }),
      anItem('$&{}', { filePath: 'a/$&{}/$&{}.sql', summary: '{}' }),
    ];
    expect(sent(items)).toEqual(items);
  });

  it('gives back what only some lists have', () => {
    const link = { uniqueId: 'model.shop.a', name: 'a', resourceType: 'model', href: null };
    const own = { parents: [link], parentCount: 7, type: 'ratio', formula: 'a / b' };
    const metrics = [anItem('b', { own }), anItem('c', { own: { ...own, formula: null } })];
    expect(sent(metrics)).toEqual(metrics);
    const tests = [anItem('d', { own: { tested: link } }), anItem('e', { own: { tested: null } })];
    expect(sent(tests)).toEqual(tests);
    const upstream = {
      total: 3,
      inTrouble: 1,
      tests: { passing: 2, failing: 1, warning: 0, other: 0 },
      findings: 4,
    };
    const exposures = [anItem('f', { own: { upstream, maturity: null } })];
    expect(sent(exposures)).toEqual(exposures);
  });
});
