import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../errors/diagnostic.ts';
import type { CheckedRule, HealthChecks } from '../../view/health/build-health-checks.ts';
import { judge } from './fail-on.ts';

const rule = (
  name: string,
  severity: CheckedRule['severity'],
  count: number | null,
  given: Partial<CheckedRule> = {},
): CheckedRule => ({
  name,
  title: name,
  why: 'Why.',
  fix: 'Fix.',
  severity,
  isOn: true,
  unanswered: null,
  href: `/health/${name}/`,
  affected:
    count === null
      ? null
      : Array.from({ length: count }, (_, i) => ({
          uniqueId: `model.shop.m${i}`,
          name: `m${i}`,
          filePath: null,
          detail: 'detail',
          href: null,
        })),
  ...given,
});
const CHECKS: HealthChecks = {
  states: [
    { state: 'degraded', count: 0 },
    { state: 'unknown', count: 2 },
    { state: 'caution', count: 3 },
    { state: 'healthy', count: 4 },
  ],
  rules: [
    rule('failing-tests', 'error', 0),
    rule('untested-models', 'warn', 2),
    rule('root-models', 'info', 1),
    rule('stale-sources', 'error', null, { unanswered: 'No freshness results are known.' }),
    rule('model-names', 'info', null, { isOn: false }),
  ],
};
const WARNING: Diagnostic = {
  code: 'NewerSchema',
  severity: 'warning',
  file: 'catalog.json',
  jsonPath: null,
  message: 'Message.',
  hint: 'Hint.',
};

const failures = (failOn: string | null, diagnostics: Diagnostic[] = []): readonly string[] =>
  judge(failOn, diagnostics, CHECKS).failures;

describe('what --fail-on names', () => {
  it('is errors and warnings in the artifacts, when it isn’t given', () => {
    expect(failures(null)).toEqual([]);
    expect(failures(null, [WARNING])).toEqual(['artifacts: 1 finding']);
    expect(failures(null, [{ ...WARNING, severity: 'info' }])).toEqual([]);
  });

  it.each([
    ['error', []],
    ['warn', ['artifacts: 1 finding', 'untested-models: 2 findings']],
    ['info', ['artifacts: 1 finding', 'untested-models: 2 findings', 'root-models: 1 finding']],
    ['degraded', []],
    ['caution', ['caution: 3 resources']],
    ['unknown', ['unknown: 2 resources']],
    ['root-models', ['root-models: 1 finding']],
    ['failing-tests', []],
    ['nothing', []],
    ['unknown, root-models,root-models', ['unknown: 2 resources', 'root-models: 1 finding']],
  ])('%s fails by %j', (failOn, expected) => {
    expect(failures(failOn, [WARNING])).toEqual(expected);
  });

  it('tells which rules failed, and which could not be answered', () => {
    const { failingRules, unanswered } = judge('warn,stale-sources', [], CHECKS);
    expect([...failingRules]).toEqual(['untested-models']);
    expect(unanswered.map(({ name }) => name)).toEqual(['stale-sources']);
  });

  it('must be a word that is known, and a rule that is on', () => {
    expect(() => failures('failing-test')).toThrow('--fail-on doesn\'t know "failing-test".');
    expect(() => failures('')).toThrow('--fail-on doesn\'t know "".');
    expect(() => failures('model-names')).toThrow(
      '--fail-on names model-names, which the configuration switches off.',
    );
  });
});
