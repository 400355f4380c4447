/** How much a finding weighs. */
export const RULE_SEVERITIES = ['error', 'warn', 'info'] as const;
export type RuleSeverity = (typeof RULE_SEVERITIES)[number];

/** What a rule is about; the order of the page. */
export const RULE_GROUPS = [
  'runs',
  'freshness',
  'tests',
  'documentation',
  'dag',
  'naming',
  'performance',
  'governance',
] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

/** A rule as it is set up by default. Thresholds are whole numbers; what each means stands in `THRESHOLDS`. */
interface RuleDefault {
  readonly group: RuleGroup;
  readonly severity: RuleSeverity;
  readonly thresholds: Readonly<Record<string, number>>;
}

function rule<T extends Readonly<Record<string, number>>>(
  group: RuleGroup,
  severity: RuleSeverity,
  thresholds: T,
): RuleDefault & { readonly thresholds: T } {
  return { group, severity, thresholds };
}

/**
 * Every rule with its defaults; thresholds are those of dbt-project-evaluator where it has such a rule. The order is that
 * of the page. Names are a contract: configurations, URLs and SARIF reports hold them.
 */
export const RULE_DEFAULTS = {
  'failing-models': rule('runs', 'error', {}),
  'failing-tests': rule('runs', 'error', {}),
  'warning-tests': rule('runs', 'warn', {}),
  'skipped-models': rule('runs', 'warn', {}),
  'flaky-tests': rule('runs', 'warn', { flips: 3 }),
  'not-built': rule('runs', 'warn', { days: 30 }),
  'never-run-models': rule('runs', 'info', {}),
  'never-run-tests': rule('runs', 'info', {}),

  'stale-sources': rule('freshness', 'error', {}),
  'nearly-stale-sources': rule('freshness', 'warn', {}),
  'unchecked-sources': rule('freshness', 'warn', { days: 30 }),
  'sources-without-freshness': rule('freshness', 'info', {}),

  'missing-primary-key-tests': rule('tests', 'warn', {}),
  'untested-models': rule('tests', 'warn', {}),
  'test-coverage': rule('tests', 'info', { percent: 100 }),

  'undocumented-models': rule('documentation', 'warn', {}),
  'undocumented-sources': rule('documentation', 'info', {}),
  'undocumented-source-tables': rule('documentation', 'info', {}),
  'undocumented-columns': rule('documentation', 'info', { percent: 50 }),
  'undocumented-exposures': rule('documentation', 'info', {}),
  'undocumented-metrics': rule('documentation', 'info', {}),
  'documentation-coverage': rule('documentation', 'info', { percent: 100 }),
  'columns-not-in-warehouse': rule('documentation', 'warn', {}),

  'missing-parents': rule('dag', 'warn', {}),
  'hard-coded-references': rule('dag', 'warn', {}),
  'duplicate-sources': rule('dag', 'warn', {}),
  'unused-sources': rule('dag', 'info', {}),
  'unused-models': rule('dag', 'info', {}),
  'root-models': rule('dag', 'info', {}),
  'direct-join-to-source': rule('dag', 'warn', {}),
  'downstream-dependent-on-source': rule('dag', 'warn', {}),
  'multiple-sources-joined': rule('dag', 'info', {}),
  'source-fanout': rule('dag', 'warn', { children: 1 }),
  'model-fanout': rule('dag', 'info', { leaves: 3 }),
  'rejoined-models': rule('dag', 'info', {}),
  'too-many-joins': rule('dag', 'info', { parents: 7 }),
  'staging-dependent-on-staging': rule('dag', 'warn', {}),
  'staging-dependent-on-downstream': rule('dag', 'warn', {}),

  'model-names': rule('naming', 'info', { followed: 50 }),
  'model-directories': rule('naming', 'info', { followed: 50 }),
  'source-directories': rule('naming', 'info', { followed: 50 }),
  'test-directories': rule('naming', 'info', {}),

  'slow-models': rule('performance', 'warn', { times: 2, seconds: 30, runs: 3 }),
  'chained-views': rule('performance', 'info', { length: 4 }),
  'exposure-parents-materialization': rule('performance', 'info', {}),

  'broken-contracts': rule('governance', 'error', {}),
  'public-models-without-contract': rule('governance', 'warn', {}),
  'undocumented-public-models': rule('governance', 'warn', {}),
  'exposures-dependent-on-private-models': rule('governance', 'warn', {}),
  'deprecated-models-used': rule('governance', 'warn', {}),
  'old-versions-used': rule('governance', 'info', {}),
  'models-without-owner': rule('governance', 'info', {}),
} as const satisfies Readonly<Record<string, RuleDefault>>;

export type RuleName = keyof typeof RULE_DEFAULTS;

export const RULE_NAMES = Object.keys(RULE_DEFAULTS) as readonly RuleName[];

/** The thresholds of a rule, by name. */
export type Thresholds<Name extends RuleName> = {
  readonly [Key in keyof (typeof RULE_DEFAULTS)[Name]['thresholds']]: number;
};
