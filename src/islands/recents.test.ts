import { describe, expect, it } from 'vitest';
import { forgetPage, recentPages, rememberPage, type Visit } from './recents.ts';
import type { StoredValue } from './stored-value.ts';

const BASE = '/docs/';

function aStore(value: string | null = null): StoredValue {
  let kept = value;
  return {
    read: () => kept,
    write(next) {
      kept = next;
    },
  };
}

function aVisit(name: string): Visit {
  return { href: `${BASE}models/${name}/`, label: name, glyph: 'ty-model' };
}

const hrefs = (store: StoredValue): string[] => recentPages(BASE, store).map(({ href }) => href);

describe('pages that were looked at', () => {
  it('stand newest first, each once, and not for ever', () => {
    const store = aStore();
    for (const name of ['a', 'b', 'a']) rememberPage(BASE, aVisit(name), store);
    expect(hrefs(store)).toEqual(['/docs/models/a/', '/docs/models/b/']);
    for (let at = 0; at < 30; at++) rememberPage(BASE, aVisit(`m${at}`), store);
    expect(hrefs(store)).toHaveLength(12);
    expect(hrefs(store)[0]).toBe('/docs/models/m29/');
  });

  it('are forgotten when they are gone', () => {
    const store = aStore();
    for (const name of ['a', 'b']) rememberPage(BASE, aVisit(name), store);
    forgetPage(BASE, '/docs/models/a/', store);
    expect(hrefs(store)).toEqual(['/docs/models/b/']);
  });

  it.each([
    ['nothing', null],
    ['half a file', '[{"href":"/docs/models/a/'],
    ['no list', '{"href":"/docs/models/a/"}'],
    [
      'what is no visit',
      '[null, 3, {"href": 4}, {"href": "/docs/a/", "label": "", "glyph": "run"}]',
    ],
    ['another site', '[{"href": "/other/models/a/", "label": "a", "glyph": "run"}]'],
    ['a script', '[{"href": "javascript:alert(1)", "label": "a", "glyph": "run"}]'],
  ])('are none where storage holds %s', (_what, stored) => {
    expect(recentPages(BASE, aStore(stored))).toEqual([]);
  });

  it('never lead to another host, wherever the site lies', () => {
    const stored = '[{"href": "//elsewhere.example/", "label": "a", "glyph": "run"}]';
    expect(recentPages('/', aStore(stored))).toEqual([]);
  });
});
