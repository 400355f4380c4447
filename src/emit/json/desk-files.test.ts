import { describe, expect, it } from 'vitest';
import { deskFile, desksFiles } from './desk-files.ts';
import { aContext, aResource, aRun, aTest } from '../../view/test-context.ts';
import { buildDeskPage, buildDesksPages } from '../../view/desks/build-desk-pages.ts';
import { ownerDesks, tagDesks } from '../../view/desks/desk.ts';

const ADA = { name: 'Ada', email: 'ada@example.com', from: 'meta' } as const;
const MODEL = 'model.shop.orders';
const context = aContext(
  [
    aResource(MODEL, {
      owner: ADA,
      tags: ['nightly', 'nightly', 'Money'],
      testIds: ['test.shop.t'],
    }),
    aResource('model.shop.sales', { owner: { ...ADA, email: null }, tags: ['money'] }),
    aResource('exposure.shop.board', { owner: { ...ADA, name: 'Grace', from: 'own' } }),
    aResource('test.shop.t', {
      parents: [MODEL],
      tags: ['only-tests'],
      details: aTest({ attachedNode: MODEL }),
    }),
  ],
  [
    aRun('r', '2026-11-02T05:00:00.000Z', {
      [MODEL]: 'success',
      'model.shop.sales': 'success',
      'test.shop.t': 'fail',
    }),
  ],
);
const [ada, grace] = ownerDesks(context.project);

function pageOf(desk: typeof ada) {
  if (desk === undefined) throw new Error('There is no such desk.');
  return buildDeskPage(desk, '/owners/Ada/', context);
}

describe('desks', () => {
  it('gather what has one owner, or one tag, by name', () => {
    expect([ada?.name, ada?.email, ada?.members.length]).toEqual(['Ada', 'ada@example.com', 2]);
    expect([grace?.name, grace?.members.length]).toEqual(['Grace', 1]);
    expect(tagDesks(context.project).map(({ name, members }) => [name, members.length])).toEqual([
      ['Money', 1],
      ['money', 1],
      ['nightly', 1],
    ]);
  });

  it('have addresses that differ where file systems take names for one', () => {
    expect(context.links.tagHref('Money')).toBe('/docs/tags/Money/');
    expect(context.links.tagHref('money')).toMatch(/^\/docs\/tags\/money~[0-9a-f]{8}\/$/);
    expect(context.links.tagHref('only-tests')).toBeNull();
    expect(context.links.ownerHref('Ada')).toBe('/docs/owners/Ada/');
  });

  it('tell what is degraded, which tests fail, and which rules find something', () => {
    const page = pageOf(ada);
    expect(page.states.map(({ state, count }) => [state, count])).toEqual([
      ['degraded', 1],
      ['unknown', 0],
      ['caution', 1],
      ['healthy', 0],
    ]);
    expect(page.trouble.map(({ link, reasons }) => [link.name, reasons[0]?.text])).toEqual([
      ['orders', '1 of 1 test fails'],
    ]);
    expect(page.tests.map(({ link, on }) => [link.uniqueId, on?.name])).toEqual([
      ['test.shop.t', 'orders'],
    ]);
    expect(page.debt.find(({ name }) => name === 'failing-tests')?.count).toBe(1);
    expect(page.debt.find(({ name }) => name === 'undocumented-models')?.count).toBe(2);
    expect(page.debt[0]?.severity).toBe('error');
    expect(page.lists.map(({ title, count }) => [title, count])).toEqual([['Models', 2]]);
    expect(page.coverage?.shares.slice(0, 2)).toEqual([
      { part: 0, all: 2 },
      { part: 1, all: 2 },
    ]);
    expect(pageOf(grace).coverage).toBeNull();
  });

  it('say the same in their list and in JSON', () => {
    const [list] = buildDesksPages('owner', ownerDesks(context.project), context);
    const [file] = desksFiles('owner', ownerDesks(context.project), context);
    const { items } = file?.data as { items: { failing_tests: number; total: number }[] };
    expect(list?.view.rows.map(({ count, failingTests }) => [count, failingTests])).toEqual(
      items.map(({ total, failing_tests: failing }) => [total, failing]),
    );
    if (ada === undefined) throw new Error('There is no such desk.');
    const twin = deskFile(ada, pageOf(ada), context);
    expect(twin.items.map(({ resource, health }) => [resource.name, health])).toEqual([
      ['orders', 'degraded'],
      ['sales', 'caution'],
    ]);
    expect(twin.rules).toContainEqual({
      name: 'failing-tests',
      affected: 1,
      href: '/docs/health/failing-tests/',
    });
  });
});
