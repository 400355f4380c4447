import { describe, expect, it } from 'vitest';
import { anchor, cellText, code, linksTo, plain } from './inline.ts';

describe('plain', () => {
  it.each([
    ['stg_shop__orders', 'stg_shop__orders'],
    ['_private_ and __dunder__', '\\_private\\_ and \\_\\_dunder\\_\\_'],
    ['a *b* [c](d) <i>', 'a \\*b\\* \\[c\\](d) \\<i>'],
    ['# not a heading', '\\# not a heading'],
    ['two\n\nparagraphs `x`', 'two paragraphs \\`x\\`'],
    ['C:\\path', 'C:\\\\path'],
    ['lone \uD800 surrogate', 'lone \uFFFD surrogate'],
  ])('shows %j as it is', (text, escaped) => {
    expect(plain(text)).toBe(escaped);
  });
});

describe('code', () => {
  it('can’t be ended by what stands in it', () => {
    expect(code('a`b\nc')).toBe('`a´b c`');
  });
});

describe('anchor', () => {
  it('keeps the address in its brackets', () => {
    expect(anchor('a]b', '/x y/(z)<')).toBe('[a\\]b](/x%20y/%28z%29%3C)');
  });
});

describe('linksTo', () => {
  it('names resources without a page and counts what it leaves out', () => {
    const link = (name: string, href: string | null) => ({
      uniqueId: `model.shop.${name}`,
      name,
      resourceType: 'model',
      href,
    });
    expect(linksTo([link('a', '/docs/models/model.shop.a/'), link('b', null)], 3, '/docs/')).toBe(
      '[a](/docs/models/model.shop.a.md), `b`, and 3 more',
    );
  });
});

describe('cellText', () => {
  it('says nothing of what is unknown', () => {
    expect(cellText({ kind: 'none', why: 'no catalog' }, '/')).toBe('');
    expect(cellText({ kind: 'duration', seconds: 0.42 }, '/')).toBe('420 ms');
    expect(cellText({ kind: 'time', iso: '2026-11-22T04:16:00Z' }, '/')).toBe(
      '2026-11-22 04:16 UTC',
    );
  });
});
