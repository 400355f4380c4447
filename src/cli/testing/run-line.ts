import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { nodeBuildEffects } from '../../build/build-effects.ts';
import type { SiteOutput } from '../../build/output.ts';
import type { Diagnostic } from '../../errors/diagnostic.ts';
import type { HealthChecks } from '../../view/health/build-health-checks.ts';
import type { CliEffects } from '../cli-effects.ts';
import type { LoadSite } from '../load-site.ts';
import { PLAIN_SITE } from '../../view/testing/plain-site.ts';
import { runCli } from '../run-cli.ts';

/** The folder that commands run in, made anew for each test of a file that imports it. */
export let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'cli-'));
  const renderer = `export const renderPage = async (path, { site, view }) => {
    if (view.throws) throw new Error(view.throws);
    return site.title + path + JSON.stringify(view);
  };`;
  mkdirSync(join(cwd, 'renderer/client'), { recursive: true });
  writeFileSync(join(cwd, 'renderer/renderer.mjs'), renderer);
  writeFileSync(join(cwd, 'renderer/renderer.json'), '{"hash":"r"}');
});
afterEach(() => {
  rmSync(cwd, { recursive: true });
});

export const outputs: SiteOutput[] = [
  { kind: 'page', path: '/', view: { models: 2 } },
  { kind: 'page', path: '/models/model.shop.orders/', view: { name: 'orders' } },
  { kind: 'json', file: 'index.json', data: { models: 2 } },
];

export const badNode: Diagnostic = {
  code: 'NodeInvalid',
  severity: 'error',
  file: 'manifest.json',
  jsonPath: '$.nodes["model.shop.x"]',
  message: 'The entry is left out: it has no name.',
  hint: 'Run dbt again. If dbt wrote the entry this way, please report it with this message.',
};
export const newer: Diagnostic = {
  code: 'NewerSchema',
  severity: 'warning',
  file: 'catalog.json',
  jsonPath: null,
  message: 'The file says v99; the newest schema known is v1.',
  hint: 'Update dbt-Workbench.',
};

export const NO_HEALTH: HealthChecks = { states: [], rules: [] };

/** A site that needs no artifacts. */
export function loading(
  diagnostics: Diagnostic[] = [],
  planned = outputs,
  checks: HealthChecks = NO_HEALTH,
  historyDiagnostics: Diagnostic[] = [],
): LoadSite {
  return (config, onStep) => {
    onStep({
      verb: 'read',
      subject: 'manifest.json',
      detail: 'v12 · dbt 1.10.2 · 412 models',
      ms: 180,
      data: { file: 'manifest.json' },
    });
    const site = { ...PLAIN_SITE, title: config.title ?? 'Shop', base: config.base };
    return Promise.resolve({
      site: { ...site, generator: 'g' },
      outputs: planned,
      health: () => checks,
      diagnostics,
      warnings: [],
      historyDiagnostics,
    });
  };
}

/** Runs a command line in a world of its own, whose clock ticks 100 ms at each look. */
export async function run(line: string, loadSite: LoadSite = loading(), isTTY = false) {
  let output = '';
  let errors = '';
  let time = 0;
  const effects: CliEffects = {
    cwd,
    env: {},
    stdout: { isTTY, write: (text) => void (output += text) },
    stderr: { isTTY, write: (text) => void (errors += text) },
    now: () => (time += 100),
    sleep: () => Promise.resolve(),
    untilInterrupted: () => AbortSignal.abort(),
    version: '1.2.3',
    rendererDir: join(cwd, 'renderer'),
    build: { ...nodeBuildEffects(), now: () => (time += 100) },
    loadSite,
    loadSelection: () => Promise.reject(new Error('No test lists resources.')),
  };
  const code = await runCli(line.split(' ').filter(Boolean), effects);
  const clean = (text: string): string => text.replaceAll(cwd, '<cwd>').replaceAll('\u00A0', ' ');
  return { code, output: clean(output), errors: clean(errors) };
}
