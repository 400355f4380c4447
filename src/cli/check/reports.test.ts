import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../errors/diagnostic.ts';
import type { CheckedFinding, HealthChecks } from '../../view/health/build-health-checks.ts';
import { judge } from './fail-on.ts';
import { markdownReport } from './markdown.ts';
import { sarifReport } from './sarif.ts';

const finding = (given: Partial<CheckedFinding> = {}): CheckedFinding => ({
  uniqueId: 'model.shop.orders',
  name: 'orders',
  filePath: 'models/marts/order s.sql',
  detail: 'no test',
  href: 'https://docs.example.com/models/model.shop.orders/',
  ...given,
});
const checksOf = (affected: readonly CheckedFinding[]): HealthChecks => ({
  states: [
    { state: 'degraded', count: 1 },
    { state: 'healthy', count: 1200 },
  ],
  rules: [
    {
      name: 'untested-models',
      title: 'Models without a test',
      why: 'Nothing would notice.',
      fix: 'Test the key.',
      severity: 'warn',
      isOn: true,
      unanswered: null,
      href: 'https://docs.example.com/health/untested-models/',
      affected,
    },
  ],
});
const BAD: Diagnostic = {
  code: 'NodeInvalid',
  severity: 'error',
  file: 'manifest.json',
  jsonPath: null,
  message: 'The entry is left out.',
  hint: 'Run dbt again.',
};

describe('the SARIF report', () => {
  const [run] = sarifReport(
    checksOf([finding(), finding({ uniqueId: null, name: null, filePath: null })]),
    [BAD],
    '1.2.3',
    'dbt/',
  )['runs'] as {
    tool: { driver: { rules: { id: string }[] } };
    results: Record<string, unknown>[];
  }[];

  it('describes each rule once and refers to it by its place', () => {
    expect(run?.tool).toEqual({
      driver: {
        name: 'dbt-workbench',
        semanticVersion: '1.2.3',
        rules: [
          {
            id: 'untested-models',
            shortDescription: { text: 'Models without a test' },
            fullDescription: { text: 'Nothing would notice.' },
            help: { text: 'Test the key.' },
            helpUri: 'https://docs.example.com/health/untested-models/',
            defaultConfiguration: { level: 'warning' },
          },
          {
            id: 'NodeInvalid',
            shortDescription: { text: 'An entry of an artifact cannot be used.' },
            help: { text: 'Run dbt again.' },
          },
        ],
      },
    });
    for (const result of run?.results ?? []) {
      expect(run?.tool.driver.rules[Number(result['ruleIndex'])]?.id).toBe(result['ruleId']);
    }
  });

  it('points each finding, the worst first, at a file below the root of the repository', () => {
    expect(
      run?.results.map(({ ruleId, level, message, locations }) => [
        ruleId,
        level,
        message,
        locations,
      ]),
    ).toEqual(
      [
        ['NodeInvalid', 'error', 'The entry is left out.', 'dbt/manifest.json'],
        [
          'untested-models',
          'warning',
          'Models without a test: orders: no test',
          'dbt/models/marts/order%20s.sql',
        ],
        ['untested-models', 'warning', 'Models without a test: no test', 'dbt/dbt_project.yml'],
      ].map(([ruleId, level, text, uri]) => [
        ruleId,
        level,
        { text },
        [
          {
            physicalLocation: {
              artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
              region: { startLine: 1 },
            },
          },
        ],
      ]),
    );
  });

  it('knows a finding again, and one from another', () => {
    const prints = run?.results.map((result) => JSON.stringify(result['partialFingerprints']));
    expect(new Set(prints).size).toBe(3);
    expect(prints?.[0]).toMatch(/^\{"primaryLocationLineHash":"[0-9a-f]{32}"\}$/);
  });

  it('holds no more than code scanning takes', () => {
    const many = checksOf(Array.from({ length: 25_001 }, (_, i) => finding({ uniqueId: `m${i}` })));
    const [only] = sarifReport(many, [], '1', '')['runs'] as { results: unknown[] }[];
    expect(only?.results).toHaveLength(25_000);
  });
});

describe('the Markdown report', () => {
  it('gives the verdict, the states, and what each rule found', () => {
    const checks = checksOf([finding()]);
    expect(markdownReport('Shop', checks, [BAD], judge('warn', [BAD], checks)))
      .toMatchInlineSnapshot(`
      "### Health of Shop

      **Failed:** artifacts: 1 finding · untested-models: 1 finding

      | degraded | healthy |
      | ---: | ---: |
      | 1 | 1 200 |

      1 finding in the artifacts.

      | | Rule | Findings |
      | --- | --- | ---: |
      | warn | [Models without a test](https://docs.example.com/health/untested-models/) | 1 |

      <details open><summary>Models without a test (1)</summary>

      Nothing would notice. Test the key.

      - [orders](https://docs.example.com/models/model.shop.orders/): no test

      </details>
      "
    `);
  });

  it('lets nothing in a name act as Markdown or HTML, or call anybody', () => {
    const name = 'a|b <img src=x> [x](y) @team\n\n# `h`';
    const checks = checksOf([finding({ name, href: null })]);
    const report = markdownReport('Shop', checks, [], judge(null, [], checks));
    expect(report).toContain(
      String.raw`- a\|b \<img src=x\> \[x\]\(y\) @` + '\u200B' + String.raw`team \# \`h\`: no test`,
    );
  });

  it('lists ten of many', () => {
    const checks = checksOf(Array.from({ length: 12 }, () => finding()));
    const report = markdownReport('Shop', checks, [], judge(null, [], checks));
    expect(report.match(/^- \[orders\]/gm)).toHaveLength(10);
    expect(report).toContain('- and 2 more\n');
  });
});
