import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { replaceBase } from '../../src/build/renderer/base-placeholder.ts';
import type { PageView } from '../../src/view/page-view.ts';
import { HEALTH_PAGES } from '../fixtures/views/health.ts';
import { EMPTY_HOME } from '../fixtures/views/empty-home.ts';
import { HOSTILE_MODEL, MODEL } from '../fixtures/views/model.ts';
import {
  ARTIFACTS,
  HOME,
  LINEAGE,
  LIST,
  LONG_LIST,
  NOT_FOUND,
  RUN,
  RUNS,
} from '../fixtures/views/pages.ts';
import { RUN_GRID_PAGES } from '../fixtures/views/run-grid.ts';
import { SITE } from '../fixtures/views/site.ts';

const RENDERER = fileURLToPath(new URL('../../dist/renderer/renderer.mjs', import.meta.url));

type RenderPage = (path: string, locals: object) => Promise<string>;

/** Every kind of page, with a route that it belongs to. */
const PAGES: readonly (readonly [name: string, path: string, view: PageView])[] = [
  ['home', '/', HOME],
  ['an empty home', '/', EMPTY_HOME],
  ['a model', '/models/x/', MODEL],
  ['a hostile model', '/models/x/', HOSTILE_MODEL],
  ['a list', '/models/', LIST],
  ['a long list', '/models/page/2/', LONG_LIST],
  ['runs', '/runs/', RUNS],
  ['a run', '/runs/x/', RUN],
  ...RUN_GRID_PAGES,
  ['lineage', '/lineage/', LINEAGE],
  ['artifacts', '/artifacts/', ARTIFACTS],
  ['the page for wrong addresses', '/404.html', NOT_FOUND],
  ...HEALTH_PAGES,
];

describe('the compiled renderer', () => {
  let renderPage: RenderPage;
  beforeAll(async () => {
    ({ renderPage } = (await import(RENDERER)) as { renderPage: RenderPage });
  });

  it.each(PAGES)('renders %s whole, with one main heading and our scripts only', async (_, path, view) => {
    const html = replaceBase(await renderPage(path, { site: SITE, view }), SITE.base);
    expect(html).toMatch(/^<!doctype html>/i);
    expect(html).toMatch(/<\/html>\s*$/);
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    expect(html).toContain(`<title>`);
    // In a quoted attribute a tag is text; what is left are real tags.
    const tags = html.replace(/="(?!\/docs\/)[^"]*"/g, '=""');
    const scripts = [...tags.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    for (const tag of scripts) expect(tag).toMatch(/\ssrc="\/docs\/|^<script type="">$/);
    for (const [, data = ''] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
      expect(JSON.parse(data)).toMatchObject({ '@context': 'https://schema.org' });
    }
    expect(tags).not.toMatch(/<[^>]*\s(?:style|on[a-z]+)="/i);
    expect(html).not.toMatch(/href="\s*javascript:/i);
  });
});
