import { describe, expect, it } from 'vitest';
import { slug, slugs } from './slug.ts';

const LONG = `model.shop.${'a'.repeat(300)}`;

describe('slug', () => {
  it.each([
    ['model.shop.orders', 'model.shop.orders'],
    ['model.shop.orders.v2', 'model.shop.orders.v2'],
    ['test.shop.not_null-1.0f3', 'test.shop.not_null-1.0f3'],
    ['a b', 'a~20b'],
    ['a/b', 'a~2fb'],
    ['a~b', 'a~7eb'],
    ['100%', '100~25'],
    ['say "hi"', 'say~20~22hi~22'],
    ['Größe', 'Gr~c3~b6~c3~9fe'],
    ['東京', '~e6~9d~b1~e4~ba~ac'],
    ['☕', '~e2~98~95'],
    ['..', '~2e.'],
    ['../etc/passwd', '~2e.~2fetc~2fpasswd'],
    ['.hidden', '~2ehidden'],
    ['index', '~69ndex'],
    ['rows', '~72ows'],
    ['Index', '~49ndex'],
    ['index.2', '~69ndex.2'],
    ['orders.json', 'orders~2ejson'],
    ['orders.HTML', 'orders~2eHTML'],
    ['.json', '~2ejson'],
    ['', '~'],
    ['a\u0000b\nc', 'a~00b~0ac'],
    [LONG, `${LONG.slice(0, 160)}~da1a9179c5b93e69`],
  ])('writes %j as %j', (id, expected) => {
    expect(slug(id)).toBe(expected);
  });

  it('never writes more than 180 bytes or a percent sign', () => {
    for (const id of ['é'.repeat(400), LONG, '%'.repeat(200)]) {
      expect(slug(id).length).toBeLessThanOrEqual(180);
      expect(slug(id)).not.toContain('%');
    }
  });
});

describe('slugs', () => {
  it('keeps ids apart that differ only by case, the first in code-point order as it is', () => {
    const result = slugs(['model.shop.orders', 'model.shop.Orders', 'model.shop.ORDERS']);
    expect(result.get('model.shop.ORDERS')).toBe('model.shop.ORDERS');
    expect(result.get('model.shop.Orders')).toMatch(/^model\.shop\.Orders~[0-9a-f]{8}$/);
    expect(result.get('model.shop.orders')).toMatch(/^model\.shop\.orders~[0-9a-f]{8}$/);
    expect(new Set([...result.values()].map((s) => s.toLowerCase())).size).toBe(3);
  });

  it('keeps ids apart that differ only by a lone surrogate', () => {
    const result = slugs(['a\ud800', 'a\ud801', 'a\ufffd']);
    expect(new Set(result.values()).size).toBe(3);
  });

  it('gives the same slugs in whatever order the ids come', () => {
    const ids = ['b', 'B', 'a', 'A'];
    expect([...slugs(ids)]).toEqual([...slugs(ids.toReversed())]);
  });
});
