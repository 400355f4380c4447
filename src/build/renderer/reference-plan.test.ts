import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLAIN_SITE } from '../../view/testing/plain-site.ts';
import { localsOf, staticPaths } from './reference-plan.ts';

const site = PLAIN_SITE;

describe('the reference plan', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plan-'));
    const paths = ['/', '/404.html', '/models/', '/models/a.b/', '/models/page/2/', '/runs/x/'];
    const pages = paths.map((path) => ({ path, view: { path } }));
    process.env.DBT_WORKBENCH_REFERENCE_PLAN = join(folder, 'plan.json');
    writeFileSync(process.env.DBT_WORKBENCH_REFERENCE_PLAN, JSON.stringify({ site, pages }));
  });
  afterAll(() => {
    delete process.env.DBT_WORKBENCH_REFERENCE_PLAN;
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['/models/[slug]', [{ slug: 'a.b' }]],
    [
      '/[type]/[slug]',
      [
        { type: 'models', slug: 'a.b' },
        { type: 'runs', slug: 'x' },
      ],
    ],
    ['/models/page/[page]', [{ page: '2' }]],
    ['/models/[first].[second]', [{ first: 'a', second: 'b' }]],
    ['/models/[...rest]', [{ rest: undefined }, { rest: 'a.b' }, { rest: 'page/2' }]],
    ['/[type]', [{ type: 'models' }]],
  ])('gives the route %s its pages', (pattern, params) => {
    expect(staticPaths(pattern).map((path) => path.params)).toEqual(params);
  });

  it("finds a page's view by the pathname that Astro asks for", () => {
    expect(localsOf('/models/')).toEqual({ site, view: { path: '/models/' } });
    expect(localsOf('/404/')?.view).toEqual({ path: '/404.html' });
    expect(localsOf('/404')?.view).toEqual({ path: '/404.html' });
    expect(localsOf('/metrics/')).toBeUndefined();
  });
});
