import type { HealthReport, RuleResult } from '../../health/build-report.ts';
import type { ViewContext } from '../context.ts';

/** Which rules found a resource, by its id. */
export type RulesOf = ReadonlyMap<string, readonly RuleResult[]>;

/** Many pages ask for the same. */
const made = new WeakMap<HealthReport, RulesOf>();

/** Turns findings round: from the rules that found something to what they found. */
export function rulesOf(context: ViewContext): RulesOf {
  const report = context.healthReport();
  const known = made.get(report);
  if (known !== undefined) return known;
  const found = new Map<string, RuleResult[]>();
  for (const rule of report.rules) {
    for (const { id } of rule.affected ?? []) {
      if (id === null) continue;
      const list = found.get(id);
      if (list) list.push(rule);
      else found.set(id, [rule]);
    }
  }
  made.set(report, found);
  return found;
}
