import { describe, expect, it } from 'vitest';
import { buildFeeds } from '../../view/feeds/build-feeds.ts';
import { aContext, aFreshness, aResource, aRun, aSource, aTest } from '../../view/test-context.ts';
import type { Run } from '../../runs/run.ts';
import { feedFileSchema } from '../schemas/feed.ts';
import { atomFeed } from './atom-feed.ts';
import { jsonFeed } from './json-feed.ts';

const ADA = { name: 'Ada', email: null, from: 'meta' } as const;
const RESOURCES = [
  aResource('source.shop.raw', { details: aSource() }),
  aResource('model.shop.orders', {
    owner: ADA,
    tags: ['nightly'],
    parents: ['source.shop.raw'],
    testIds: ['test.shop.unique'],
  }),
  aResource('model.shop.other'),
  aResource('exposure.shop.board', { parents: ['model.shop.orders'] }),
  aResource('test.shop.unique', {
    parents: ['model.shop.orders'],
    details: aTest({ attachedNode: 'model.shop.orders' }),
  }),
];
const NIGHTS = [
  { 'model.shop.orders': 'success', 'model.shop.other': 'success', 'test.shop.unique': 'pass' },
  { 'model.shop.orders': 'error', 'model.shop.other': 'success', 'test.shop.unique': 'skipped' },
  { 'model.shop.orders': 'error', 'model.shop.other': 'error', 'test.shop.unique': 'fail' },
  { 'model.shop.orders': 'success', 'model.shop.other': 'error', 'test.shop.unique': 'pass' },
];
const RUNS: readonly Run[] = NIGHTS.map((outcomes, night) => {
  const run = aRun(`r${night}`, `2026-10-1${night}T05:00:00.000Z`, outcomes);
  return {
    ...run,
    results: run.results.map((result) => ({
      ...result,
      message: result.kind === 'error' ? 'a < b & "c"\u0000' : null,
    })),
  };
}).reverse();
const CONTEXT = aContext(RESOURCES, RUNS);
const SITE = {
  title: 'Shop',
  siteUrl: 'https://docs.example.com',
  base: '/docs/',
  generator: 'dbt-workbench 0.1.0',
};

function feedAt(folder: string, context = CONTEXT) {
  const feed = buildFeeds('Shop', context).find((candidate) => candidate.folder === folder);
  if (feed === undefined) throw new Error(`no feed at ${folder}`);
  return feed;
}

const titles = (folder: string, context = CONTEXT) =>
  feedAt(folder, context).entries.map(({ title }) => title);

describe('the feed of a site', () => {
  it('tells what began to fail and what recovered, newest first, and nothing in between', () => {
    expect(titles('/').toSorted()).toEqual([
      'orders: error',
      'orders: recovered',
      'other: error',
      'test unique on orders: fail',
      'test unique on orders: recovered',
    ]);
    expect(feedAt('/').entries.map(({ at }) => at.slice(8, 10))).toEqual([
      '13',
      '13',
      '12',
      '12',
      '11',
    ]);
  });

  it('tells of runs that failed as a whole', () => {
    const crash = aRun('c', '2026-10-20T05:00:00.000Z', {}, { errors: ['Compilation Error'] });
    const [newest] = feedAt('/', aContext(RESOURCES, [crash, ...RUNS])).entries;
    expect(newest).toMatchObject({
      title: 'dbt build: failed before it had results',
      text: 'Compilation Error',
      uniqueId: null,
      href: '/docs/runs/c/',
    });
  });

  it('tells of sources that became stale', () => {
    const check = aRun(
      'f',
      '2026-10-20T05:00:00.000Z',
      {},
      {
        freshness: [aFreshness('source.shop.raw')],
      },
    );
    const context = aContext(RESOURCES, [check, ...RUNS]);
    expect(feedAt('/exposures/exposure.shop.board/', context).entries[0]).toMatchObject({
      title: 'raw.raw: stale',
      text: 'Its newest record was 3 d 4 h old when it was checked.\nIn dbt build',
    });
  });

  it('leaves out what happened on other targets', () => {
    const dev = aRun(
      'd',
      '2026-10-20T05:00:00.000Z',
      { 'model.shop.orders': 'error' },
      {
        target: 'dev',
      },
    );
    expect(titles('/', aContext(RESOURCES, [dev, ...RUNS]))).toEqual(titles('/'));
  });

  it('holds 50 entries at most', () => {
    const many = Array.from({ length: 120 }, (_, night) =>
      aRun(`n${night}`, new Date(Date.UTC(2026, 0, 1 + night)).toISOString(), {
        'model.shop.orders': night % 2 === 0 ? 'error' : 'success',
        'model.shop.other': night % 2 === 0 ? 'success' : 'error',
      }),
    ).reverse();
    expect(titles('/', aContext(RESOURCES, many))).toHaveLength(50);
  });

  it('gives an event the same id whatever comes after it', () => {
    const ids = (runs: readonly Run[]) =>
      feedAt('/', aContext(RESOURCES, runs)).entries.map(({ id }) => id);
    const later = aRun('later', '2026-10-20T05:00:00.000Z', { 'model.shop.other': 'success' });
    expect(ids([later, ...RUNS]).slice(1)).toEqual(ids(RUNS));
    expect(new Set(ids(RUNS)).size).toBe(5);
  });
});

describe('the feed of a desk or an exposure', () => {
  it.each(['/owners/Ada/', '/tags/nightly/', '/exposures/exposure.shop.board/'])(
    '%s tells of what is theirs, and of the tests of that',
    (folder) => {
      expect(titles(folder).toSorted()).toEqual([
        'orders: error',
        'orders: recovered',
        'test unique on orders: fail',
        'test unique on orders: recovered',
      ]);
    },
  );
});

describe('as Atom', () => {
  const atom = atomFeed(feedAt('/'), SITE);

  it('has all that RFC 4287 asks for, once', () => {
    const [head = '', ...entries] = atom.split('<entry>');
    for (const element of ['id', 'title', 'updated', 'author', 'subtitle', 'generator'])
      expect(head.split(`<${element}>`)).toHaveLength(2);
    expect(entries).toHaveLength(5);
    for (const entry of entries) {
      for (const element of ['id', 'title', 'updated', 'published'])
        expect(entry.split(`<${element}>`)).toHaveLength(2);
      expect(entry).toMatch(
        /<id>urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}<\/id>/,
      );
    }
    expect(head).toContain('<updated>2026-10-13T05:00:00.000Z</updated>');
  });

  it('is well-formed whatever a message holds', () => {
    expect(atom).toContain('a &lt; b &amp; &quot;c&quot;\ufffd');
    const open: string[] = [];
    for (const [, slash, name = '', end] of atom.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
      if (slash === '/') expect(open.pop()).toBe(name);
      else if (end !== '/') open.push(name);
    }
    expect(open).toEqual([]);
    expect(atom.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|amp|quot);/g, '')).not.toMatch(/[<&]/);
  });

  it('links absolutely where the site knows its address, else relatively', () => {
    expect(atom).toContain(
      '<link rel="self" type="application/atom+xml" href="https://docs.example.com/docs/feed.atom"/>',
    );
    expect(atomFeed(feedAt('/'), { ...SITE, siteUrl: null })).toContain(
      '<link rel="self" type="application/atom+xml" href="/docs/feed.atom"/>',
    );
  });
});

describe('as JSON Feed', () => {
  it('fits its schema, with addresses only where they can be absolute', () => {
    const absolute = jsonFeed(feedAt('/owners/Ada/'), SITE);
    const relative = jsonFeed(feedAt('/owners/Ada/'), { ...SITE, siteUrl: null });
    for (const file of [absolute, relative])
      expect(feedFileSchema.safeParse(file).success).toBe(true);
    expect([absolute.feed_url, absolute.items[0]?.url?.slice(0, 35)]).toEqual([
      'https://docs.example.com/docs/owners/Ada/feed.json',
      'https://docs.example.com/docs/runs/',
    ]);
    expect([relative.feed_url, relative.items[0]?.url]).toEqual([undefined, undefined]);
  });
});
