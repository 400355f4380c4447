import { describe, expect, it } from 'vitest';
import { aContext, aResource, aSource } from '../test-context.ts';
import { nearbyFingerprint, nearbyView, tablesOfSource } from './siblings.ts';

const inFolder = (name: string, folder: string, given = {}) =>
  aResource(`model.shop.${name}`, { fqn: ['shop', folder, name], ...given });

describe('nearbyView', () => {
  const b = inFolder('b', 'marts');
  const context = aContext([
    inFolder('c', 'marts'),
    b,
    inFolder('a', 'marts'),
    inFolder('hidden', 'marts', { isShown: false }),
    inFolder('z', 'staging'),
  ]);

  it('lists what is shown of the folder by name, with the two next to it', () => {
    expect(nearbyView(b, context)).toMatchObject({
      label: 'marts',
      items: [
        { name: 'a', href: '/docs/models/model.shop.a/', isSelf: false },
        { name: 'b', isSelf: true },
        { name: 'c', isSelf: false },
      ],
      hasMore: false,
      listHref: '/docs/models/',
      listLabel: 'All models',
      previous: { name: 'a' },
      next: { name: 'c' },
    });
  });

  it('says nothing where a resource lies alone, or is hidden itself', () => {
    expect(nearbyView(inFolder('z', 'staging'), context)).toBeNull();
    expect(nearbyView(inFolder('hidden', 'marts', { isShown: false }), context)).toBeNull();
  });

  it('shows a window around a resource in a large folder, and its whole start and end', () => {
    const many = Array.from({ length: 200 }, (_, at) =>
      inFolder(`m${String(at).padStart(3, '0')}`, 'marts'),
    );
    const large = aContext(many);
    const namesAt = (at: number): (string | undefined)[] => {
      const view = nearbyView(many[at] ?? inFolder('x', 'marts'), large);
      return [view?.items[0]?.name, view?.items.at(-1)?.name, view?.next?.name];
    };
    expect(namesAt(0)).toEqual(['m000', 'm049', 'm001']);
    expect(namesAt(100)).toEqual(['m075', 'm124', 'm101']);
    expect(namesAt(199)).toEqual(['m150', 'm199', undefined]);
  });
});

describe('nearbyFingerprint', () => {
  const folderOf = (size: number) =>
    Array.from({ length: size }, (_, at) => inFolder(`m${String(at).padStart(3, '0')}`, 'marts'));

  /** Of each resource: whether its view changed, and whether its fingerprint did. */
  const changes = (before: ReturnType<typeof folderOf>, after: ReturnType<typeof folderOf>) => {
    const [old, now] = [aContext(before), aContext(after)];
    const [then, next] = [nearbyFingerprint(old), nearbyFingerprint(now)];
    return before.map((resource) => ({
      view: JSON.stringify(nearbyView(resource, old)) !== JSON.stringify(nearbyView(resource, now)),
      print: then(resource) !== next(resource),
    }));
  };

  it.each([3, 50, 51, 300])('changes with the view of each in a folder of %i', (size) => {
    const before = folderOf(size);
    for (const name of ['a', 'm001b', 'm020b', 'm150b', 'z']) {
      const found = changes(before, [...before, inFolder(name, 'marts')]);
      expect(found.filter(({ view, print }) => view && !print)).toEqual([]);
      expect(found.some(({ view }) => view)).toBe(true);
    }
  });

  it('stays for what lies far from a resource that came', () => {
    const before = folderOf(1000);
    const found = changes(before, [...before, inFolder('m500b', 'marts')]);
    expect(found.filter(({ print }) => print).length).toBeLessThan(200);
    expect(found.filter(({ view }) => view).length).toBeGreaterThan(40);
  });
});

it('knows the tables of a source, by name, of one package only', () => {
  const table = (id: string, sourceName: string) =>
    aResource(id, { details: aSource({ sourceName }) });
  const orders = table('source.shop.web.orders', 'web');
  const context = aContext([
    orders,
    table('source.shop.web.carts', 'web'),
    table('source.shop.till.orders', 'till'),
    table('source.other.web.orders', 'web'),
  ]);
  expect(tablesOfSource(orders, context).map(({ uniqueId }) => uniqueId)).toEqual([
    'source.shop.web.carts',
    'source.shop.web.orders',
  ]);
});
