import { describe, expect, it } from 'vitest';
import { markdownHref, markdownTwin } from './markdown-twin.ts';

describe('markdownTwin', () => {
  it.each([
    ['/', 'index.md'],
    ['/models/', 'models/index.md'],
    ['/models/page/2/', 'models/page/2.md'],
    ['/models/model.shop.orders/', 'models/model.shop.orders.md'],
    ['/404.html', null],
  ])('of %s is %s', (path, file) => {
    expect(markdownTwin(path)).toBe(file);
  });
});

describe('markdownHref', () => {
  it.each([
    ['/docs/models/model.shop.orders/', '/docs/models/model.shop.orders.md'],
    ['/docs/models/model.shop.orders/#test-x', '/docs/models/model.shop.orders.md'],
    ['/docs/', '/docs/index.md'],
    ['https://example.com/', 'https://example.com/'],
    ['/docs/artifacts/files/manifest.json', '/docs/artifacts/files/manifest.json'],
  ])('of %s is %s', (href, expected) => {
    expect(markdownHref(href, '/docs/')).toBe(expected);
  });
});
