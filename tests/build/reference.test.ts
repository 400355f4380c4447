import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../src/build/build-site.ts';
import { listFiles } from '../../src/build/list-files.ts';
import { pageFile, type PageOutput, type SiteOutput } from '../../src/build/output.ts';
import { replaceBase } from '../../src/build/renderer/base-placeholder.ts';
import { rendererFolder } from '../../src/cli/installation.ts';
import { loadSite } from '../../src/cli/load-site.ts';
import { loadConfig } from '../../src/config/load-config.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const astro = fileURLToPath(new URL('./bin/astro.mjs', import.meta.resolve('astro/package.json')));

const LISTS = ['/models/', '/lineage/', '/runs/'];

/** The sample is too small for second pages of lists and runs, but their routes are to be compared too. */
function secondPages(pages: readonly PageOutput[]): PageOutput[] {
  const run = pages.find(({ path }) => /^\/runs\/[^/]+\/$/.test(path))?.path;
  return pages
    .filter(({ path }) => LISTS.includes(path) || path === run)
    .map(({ path, view }) => {
      const secondPath = `${path}page/2/`;
      const places = [path, secondPath].map((href, at) => ({ number: at + 1, href }));
      const pagination = { number: 2, count: 2, previousHref: path, nextHref: null, pages: places };
      return { kind: 'page', path: secondPath, view: Object.assign({}, view, { pagination }) };
    });
}

/** Every page of a plan, also those that stand in groups. */
function* pagesOf(outputs: Iterable<SiteOutput>): Generator<PageOutput> {
  for (const output of outputs) {
    if (output.kind === 'group') yield* pagesOf(output.make());
    else if (output.kind === 'keyed') {
      const made = output.make();
      if (made.kind === 'page') yield made;
    } else if (output.kind === 'page') yield output;
  }
}

/**
 * The engine renders pages without Astro's build. What it gives must be what Astro itself gives when
 * it prerenders the same pages with `getStaticPaths`.
 */
describe("the engine's pages", () => {
  let folder: string;
  let pages: PageOutput[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'reference-'));
    const config = loadConfig(
      root,
      { artifacts: 'sample_artifacts', publish: 'none', history: false },
      null,
    );
    const { site, outputs } = await loadSite(config, () => undefined, 'look');
    pages = [...pagesOf(outputs)];
    pages.push(...secondPages(pages));
    const report = await buildSite(pages, {
      out: join(folder, 'engine'),
      artifacts: config.artifacts,
      cacheDir: join(folder, 'cache'),
      rendererDir: rendererFolder(),
      site,
      workers: availableParallelism(),
      compress: false,
      force: false,
      patienceMs: 0,
    });
    expect(report.diagnostics).toEqual([]);

    const plan = join(folder, 'plan.json');
    writeFileSync(plan, JSON.stringify({ site, pages }));
    const reference = join(folder, 'reference');
    const { status, stderr } = spawnSync(
      process.execPath,
      [astro, 'build', '--silent', '--outDir', reference],
      {
        cwd: root,
        encoding: 'utf8',
        env: {
          ...process.env,
          NODE_ENV: 'production',
          ASTRO_TELEMETRY_DISABLED: '1',
          DBT_WORKBENCH_REFERENCE_PLAN: plan,
        },
      },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("are those of Astro's own prerendering, byte for byte", () => {
    expect(pages.length).toBeGreaterThan(50);
    const different = pages
      .map(({ path }) => pageFile(path))
      .filter((file) => readPage('engine', file) !== readReference(file));
    expect(different).toEqual([]);
  });

  it('are neither more nor fewer than these', () => {
    const htmlOf = (part: string): string[] =>
      listFiles(join(folder, part)).filter((file) => file.endsWith('.html'));
    expect(htmlOf('engine')).toEqual(htmlOf('reference'));
  });

  it('ask for the same assets', () => {
    const assetsOf = (part: string): string[] =>
      listFiles(join(folder, part)).filter((file) => file.startsWith('_assets/'));
    expect(assetsOf('engine')).toEqual(assetsOf('reference'));
  });

  function readPage(part: string, file: string): string {
    return readFileSync(join(folder, part, file), 'utf8');
  }

  /** Assets have the placeholder of the base in their addresses; the engine puts the base in. */
  function readReference(file: string): string {
    return replaceBase(readPage('reference', file), '/');
  }
});
