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

  it('compares with an older manifest, here with itself', () => {
    const { code, stdout } = ls('--select', 'state:modified', '--state', 'sample_artifacts');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
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
