import { nearestName } from '../../config/nearest-name.ts';
import type { Diagnostic } from '../../errors/diagnostic.ts';
import type { CheckedRule, HealthChecks } from '../../view/health/build-health-checks.ts';
import { counted } from '../format.ts';
import { UsageError } from '../usage-error.ts';

/** Severities from the worst on, as rules and as diagnostics call them. */
const SEVERITIES = [
  { rule: 'error', diagnostic: 'error' },
  { rule: 'warn', diagnostic: 'warning' },
  { rule: 'info', diagnostic: 'info' },
] as const;
/** States that fail a check that asks for one of them. */
const STATES: Readonly<Record<string, readonly string[]>> = {
  degraded: ['degraded'],
  caution: ['degraded', 'caution'],
  unknown: ['unknown'],
};
const ARTIFACTS = 'artifacts';
const NOTHING = 'nothing';

/** What a check came to. */
export interface Verdict {
  /** Why it fails, each a short phrase; empty when it doesn't. */
  readonly failures: readonly string[];
  /** Rules that were asked for by name and have no answer, so that nothing was checked. */
  readonly unanswered: readonly CheckedRule[];
  /** Names of the rules that made it fail. */
  readonly failingRules: ReadonlySet<string>;
}

/**
 * Judges what was found by what `--fail-on` asks for: severities, states and rules, with commas between them.
 * Without it only errors and warnings in the artifacts count.
 *
 * @throws UsageError for a word that is none of these, and for a rule that is switched off
 */
export function judge(
  failOn: string | null,
  diagnostics: readonly Diagnostic[],
  { rules, states }: HealthChecks,
): Verdict {
  const words = (failOn ?? ARTIFACTS).split(',').map((word) => word.trim());
  const failures: string[] = [];
  const failingRules = new Set<string>();
  const unanswered: CheckedRule[] = [];
  const fail = (rule: CheckedRule): void => {
    const count = rule.affected?.length ?? 0;
    if (count === 0 || failingRules.has(rule.name)) return;
    failingRules.add(rule.name);
    failures.push(`${rule.name}: ${counted(count, 'finding')}`);
  };
  for (const word of words) {
    const severity = SEVERITIES.findIndex((entry) => entry.rule === word);
    const counts = STATES[word];
    const rule = rules.find(({ name }) => name === word);
    if (severity !== -1 || word === ARTIFACTS) {
      const worst = SEVERITIES.slice(0, (severity === -1 ? 1 : severity) + 1);
      const found = diagnostics.filter((diagnostic) =>
        worst.some((entry) => entry.diagnostic === diagnostic.severity),
      );
      if (found.length > 0) failures.push(`artifacts: ${counted(found.length, 'finding')}`);
      if (word === ARTIFACTS) continue;
      for (const entry of rules) if (worst.some((one) => one.rule === entry.severity)) fail(entry);
    } else if (counts !== undefined) {
      for (const { state, count } of states) {
        if (count > 0 && counts.includes(state)) {
          failures.push(`${state}: ${counted(count, 'resource')}`);
        }
      }
    } else if (rule !== undefined) {
      if (!rule.isOn) {
        throw new UsageError(
          `--fail-on names ${word}, which the configuration switches off.`,
          'Switch it on under "health", or leave it out.',
        );
      }
      if (rule.unanswered !== null) unanswered.push(rule);
      fail(rule);
    } else if (word !== NOTHING) {
      throw unknownWord(word, rules);
    }
  }
  return { failures: [...new Set(failures)], unanswered, failingRules };
}

function unknownWord(word: string, rules: readonly CheckedRule[]): UsageError {
  const known = [
    ...SEVERITIES.map((entry) => entry.rule),
    ...Object.keys(STATES),
    ARTIFACTS,
    NOTHING,
  ];
  const nearest = nearestName(word, [...known, ...rules.map(({ name }) => name)]);
  return new UsageError(
    `--fail-on doesn't know ${JSON.stringify(word)}.`,
    `${nearest === null ? '' : `Did you mean ${nearest}? `}It takes ${known.join(', ')} and names of rules, with commas between them.`,
  );
}
