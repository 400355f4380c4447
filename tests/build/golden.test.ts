import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildSite } from '../../src/build/build-site.ts';
import type { SiteOutput } from '../../src/build/output.ts';
import type { SiteView } from '../../src/view/site.ts';
import { compareTrees, copyInput, writeExpectation } from './compare-trees.ts';
import { runDbtWorkbench } from '../cli/run-dbt-workbench.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Golden builds: each folder of `input/` is a test, and the folder of the same name in `output/` is
 * the site that it must give, whole. A case is either a working directory with a `target/` folder,
 * in which `dbt-workbench build` runs, or a `plan.json` of outputs for the engine alone.
 *
 * A case without expectation gets one on the first run, except on CI. To accept changes, delete
 * the folder in `output/` and look at what git says.
 */
describe('golden builds', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'golden-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(readdirSync(join(here, 'input')))('%s', async (name) => {
    const input = join(here, 'input', name);
    const expected = join(here, 'output', name);
    copyInput(input, folder);
    if (existsSync(join(input, 'plan.json'))) await buildPlan(folder);
    else expect(runDbtWorkbench(['build'], folder)).toMatchObject({ stderr: '', code: 0 });

    const site = join(folder, 'site');
    if (!existsSync(expected) && !process.env.CI) writeExpectation(site, expected);
    expect(existsSync(expected), `there is no expectation in ${expected}`).toBe(true);
    expect(compareTrees(expected, site)).toEqual({ missing: [], unexpected: [], different: [] });
  });
});

interface Plan {
  readonly site: SiteView;
  readonly outputs: SiteOutput[];
}

async function buildPlan(folder: string): Promise<void> {
  const plan = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as Plan;
  const report = await buildSite(plan.outputs, {
    out: join(folder, 'site'),
    artifacts: join(folder, 'target'),
    cacheDir: join(folder, 'cache'),
    rendererDir: join(here, 'fake-renderer'),
    site: plan.site,
    workers: 2,
    compress: false,
    force: false,
    patienceMs: 0,
  });
  expect(report.diagnostics).toEqual([]);
}
