import { describe, expect, it } from 'vitest';
import { aResource } from '../test-context.ts';
import { at, found, model, nights, resultOf } from './testing/rule-worlds.ts';

describe('findings', () => {
  const resources = [model('a', { filePath: 'models/old/a.sql' }), model('b'), model('c')];

  it('leave out what the configuration excepts, by id, name or path', () => {
    const except = ['model.shop.b', 'models/old/*'];
    const health = { rules: { 'undocumented-models': { except } } };
    expect(found('undocumented-models', { resources, health })).toEqual(['c: no description']);
  });

  it('are none of a rule that is switched off', () => {
    const health = { rules: { 'undocumented-models': 'off' as const } };
    expect(resultOf('undocumented-models', { resources, health })).toMatchObject({
      isOn: false,
      affected: null,
      unanswered: null,
    });
  });

  it('take thresholds and severities from the configuration', () => {
    const health = {
      rules: { 'documentation-coverage': { percent: 0, severity: 'error' as const } },
    };
    expect(resultOf('documentation-coverage', { resources, health })).toMatchObject({
      severity: 'error',
      affected: [],
    });
  });

  it('are about the project’s own resources, unless packages are to be judged', () => {
    const world = { resources: [...resources, aResource('model.utils.x')] };
    expect(found('undocumented-models', world)).toHaveLength(3);
    expect(found('undocumented-models', { ...world, health: { packages: true } })).toHaveLength(4);
  });

  it('tell how many there were before the newest run', () => {
    const runs = nights(
      { 'model.shop.a': 'error' },
      { 'model.shop.a': 'error', 'model.shop.b': 'error' },
    );
    expect(resultOf('failing-models', { resources, runs })).toMatchObject({ before: 2 });
    expect(resultOf('failing-models', { resources, runs: runs.slice(0, 1) }).before).toBeNull();
  });

  it('say nothing of prefixes that most of a folder goes without', () => {
    const world = {
      resources: [at('staging', 'a'), at('staging', 'b'), at('staging', 'stg_c'), at('marts', 'd')],
    };
    expect(found('model-names', world)).toBe('Most of the project does otherwise.');
  });
});
