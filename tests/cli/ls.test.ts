import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runDbtWorkbench } from './run-dbt-workbench.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ls = (...args: string[]) => runDbtWorkbench(['ls', 'sample_artifacts', ...args], root);

describe('ls on the sample project', () => {
  it('lists what dbt lists, in the words that select it', () => {
    const { code, stdout, stderr } = ls('--select', '1+fct_orders', '--resource-type', 'model');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')).toContain('fjord_coffee.marts.core.fct_orders');
    const sources = ls('--select', 'source:shop.orders', '--indirect-selection', 'empty');
    expect(sources.stdout).toBe('source:fjord_coffee.shop.orders\n');
  });

  it('prints names, ids, paths and JSON', () => {
    const args = ['--select', 'dim_stores', '--resource-type', 'model', '--output'];
    expect(ls(...args, 'name').stdout).toBe('dim_stores\n');
    expect(ls(...args, 'id').stdout).toBe('model.fjord_coffee.dim_stores\n');
    expect(ls(...args, 'path').stdout).toBe('models/marts/core/dim_stores.sql\n');
    expect(JSON.parse(ls(...args, 'json').stdout)).toMatchObject({
      unique_id: 'model.fjord_coffee.dim_stores',
      selector: 'fjord_coffee.marts.core.dim_stores',
    });
  });

  it('refuses a type that neither dbt nor the project has', () => {
    const { code, stdout, stderr } = ls('--resource-type', 'modles');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--resource-type doesn\'t know "modles".');
    expect(stderr).toContain('Did you mean model?');
  });

  it('compares with an older manifest, here with itself', () => {
    const { code, stdout } = ls('--select', 'state:modified', '--state', 'sample_artifacts');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  });

  it('compares with what nodes were when they last ran, where there is a history', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ls-'));
    try {
      const target = join(folder, 'target');
      cpSync(join(root, 'sample_artifacts'), target, { recursive: true });
      const run = (...args: string[]) => runDbtWorkbench(args, folder);
      const list = (state: string) =>
        run('ls', '--select', state, '--output', 'id', '--resource-type', 'model');
      expect(list('state:modified').stderr).toContain('nothing to compare with');
      expect(run('build', '--quiet').code).toBe(0);

      const path = join(target, 'manifest.json');
      const manifest = JSON.parse(readFileSync(path, 'utf8')) as {
        metadata: { invocation_id: string };
        nodes: Record<string, { raw_code: string; description: string }>;
      };
      const { 'model.fjord_coffee.fct_orders': orders, 'model.fjord_coffee.dim_stores': stores } =
        manifest.nodes;
      if (orders === undefined || stores === undefined) throw new Error('The sample has both.');
      manifest.metadata.invocation_id = '00000000-0000-4000-8000-000000000000';
      orders.raw_code += '\n-- changed';
      stores.description += ' changed';
      writeFileSync(path, JSON.stringify(manifest));
      expect(list('state:modified').stdout).toBe('model.fjord_coffee.fct_orders\n');
      expect(list('state:modified.body').stdout).toBe('model.fjord_coffee.fct_orders\n');
      expect(list('state:modified.configs').stdout).toBe('');
      expect(list('state:modified.macros').stderr).toContain(
        'doesn’t tell of state:modified.macros',
      );
      expect(run('ls', '--select', 'state:modified', '--no-history').code).toBe(2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('points at what is wrong in an expression', () => {
    const { code, stderr } = ls('--select', 'fct_orders tagg:x');
    expect(code).toBe(2);
    expect(stderr).toContain(
      'There is no method "tagg".\n  fct_orders tagg:x\n             ^^^^^^',
    );
    expect(stderr).toContain('Did you mean tag?');
  });

  it('warns of a term that matches nothing', () => {
    const { code, stdout, stderr } = ls('--select', 'no_such_model');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('"no_such_model" matches nothing in the project.');
  });
});
