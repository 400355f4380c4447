import { type HealthConfig, type RuleConfig } from '../config/health.ts';
import {
  RULE_DEFAULTS,
  RULE_NAMES,
  type RuleGroup,
  type RuleName,
  type RuleSeverity,
} from '../config/health-rules.ts';
import { compareText } from '../project/order.ts';
import type { Project } from '../project/project.ts';
import type { History } from '../runs/history.ts';
import { isOnMainTarget } from '../runs/main-target.ts';
import { buildCoverage, type ProjectCoverage } from './coverage.ts';
import { type Finding, type Findings, type KeptFindings, FOUND_ANEW } from './kept-findings.ts';
import { DAG_RULES } from './rules/dag.ts';
import { DOCUMENTATION_RULES } from './rules/documentation.ts';
import { FRESHNESS_RULES } from './rules/freshness.ts';
import { GOVERNANCE_RULES } from './rules/governance.ts';
import { LAYER_RULES } from './rules/layering.ts';
import { NAMING_RULES } from './rules/naming.ts';
import { PERFORMANCE_RULES } from './rules/performance.ts';
import type { Affected, Finder, Found, RuleInput } from './rules/rule.ts';
import { createRuleInput, outcomesOf } from './rules/rule-input.ts';
import { RUN_RULES } from './rules/runs.ts';
import { TEST_RULES } from './rules/tests.ts';
import type { HealthInput } from './signals/signal-input.ts';

const FINDERS: { readonly [Name in RuleName]: Finder<Name> } = {
  ...RUN_RULES,
  ...FRESHNESS_RULES,
  ...TEST_RULES,
  ...DOCUMENTATION_RULES,
  ...DAG_RULES,
  ...LAYER_RULES,
  ...NAMING_RULES,
  ...PERFORMANCE_RULES,
  ...GOVERNANCE_RULES,
};

/** What came of one rule. */
export interface RuleResult extends Finding {
  readonly name: RuleName;
  readonly group: RuleGroup;
  readonly severity: RuleSeverity;
  /** False when the configuration switches it off. */
  readonly isOn: boolean;
  readonly thresholds: Readonly<Record<string, number>>;
  readonly except: readonly string[];
}

/** What is to be fixed next, and how much is covered. */
export interface HealthReport {
  /** Every rule, in the order of `RULE_DEFAULTS`. */
  readonly rules: readonly RuleResult[];
  readonly coverage: ProjectCoverage;
}

/**
 * Applies every rule. The one source of findings and figures: page, JSON and command line take theirs from here.
 *
 * @param kept what the last build found; null to find all anew, and keep nothing
 */
export function buildHealthReport(
  input: HealthInput,
  config: HealthConfig,
  kept: KeptFindings | null = null,
): HealthReport {
  const now = createRuleInput(input, config);
  const before = kept?.find() ?? null;
  const rules = applyRules(now, before ?? {});
  if (before === null) kept?.keep(findingsOf(rules));
  return { rules, coverage: buildCoverage(now) };
}

function findingsOf(rules: readonly RuleResult[]): Findings {
  const lasting = rules.filter(({ name }) => !FOUND_ANEW.has(name));
  return Object.fromEntries(
    lasting.map(({ name, affected, unanswered, before }) => [
      name,
      { affected, unanswered, before },
    ]),
  );
}

function applyRules(now: RuleInput, kept: Findings): readonly RuleResult[] {
  const { config, project } = now;
  const earlier = historyBefore(now.history);
  const then =
    earlier === null ? null : { ...now, history: earlier, outcomes: outcomesOf(project, earlier) };
  return RULE_NAMES.map((name) => {
    const { severity, isOn, except, thresholds }: RuleConfig = config.rules[name];
    const same = { name, group: RULE_DEFAULTS[name].group, severity, isOn, thresholds, except };
    const known = kept[name];
    if (known !== undefined) return { ...same, ...known };
    const found = isOn ? find(name, now) : null;
    const before =
      found !== null && then !== null && TOLD_BY_RUNS.has(name) ? find(name, then) : null;
    return {
      ...same,
      affected: affectedOf(found, except, project),
      unanswered: found !== null && 'unanswered' in found ? found.unanswered : null,
      before: affectedOf(before, except, project)?.length ?? null,
    };
  });
}

/** Rules whose answer changes with each run, so that the run before tells a trend. */
const TOLD_BY_RUNS: ReadonlySet<RuleName> = new Set([
  'failing-models',
  'failing-tests',
  'warning-tests',
  'skipped-models',
]);

function find<Name extends RuleName>(name: Name, input: RuleInput): Found {
  const finder: Finder<Name> = FINDERS[name];
  return finder(input, input.config.rules[name].thresholds);
}

function affectedOf(
  found: Found | null,
  except: readonly string[],
  { resources }: Project,
): readonly Affected[] | null {
  if (found === null || 'unanswered' in found) return null;
  const patterns = except.map(patternOf);
  const isExcepted = ({ id }: Affected): boolean => {
    const resource = id === null ? undefined : resources.get(id);
    if (resource === undefined) return false;
    const { uniqueId, name, filePath } = resource;
    return patterns.some((pattern) =>
      [uniqueId, name, filePath ?? ''].some((text) => pattern.test(text)),
    );
  };
  const kept = patterns.length === 0 ? found : found.filter((entry) => !isExcepted(entry));
  return kept.toSorted((a, b) => compareText(a.id ?? '', b.id ?? ''));
}

/** `*` stands for anything; everything else for itself. */
function patternOf(text: string): RegExp {
  const parts = text.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`);
}

/** History as it was before the newest run with outcomes; null when there was none before it. */
function historyBefore(history: History): History | null {
  const [newest, ...others] = history.runs.filter(
    (run) => run.hasRun && run.tally.results > 0 && isOnMainTarget(run, history.target),
  );
  if (newest === undefined || others.length === 0) return null;
  const resultsOf: History['resultsOf'] = (id) =>
    history.resultsOf(id).filter(({ run }) => run !== newest);
  return {
    ...history,
    runs: history.runs.filter((run) => run !== newest),
    resultsOf,
    latest: (id) => history.resultsOf(id).find(({ run }) => run !== newest) ?? null,
  };
}
