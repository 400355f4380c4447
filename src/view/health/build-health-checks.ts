import type { RuleSeverity } from '../../config/health-rules.ts';
import type { HealthState } from '../../health/health.ts';
import { ruleWords } from '../../messages/health-rules.ts';
import type { ViewContext } from '../context.ts';
import { rulePath, stateCounts } from './state-counts.ts';

/** What the command line checks: the figures of the page of health, with everything that rules found. */
export interface HealthChecks {
  /** Worst first. */
  readonly states: readonly { readonly state: HealthState; readonly count: number }[];
  readonly rules: readonly CheckedRule[];
}

export interface CheckedRule {
  readonly name: string;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly severity: RuleSeverity;
  readonly isOn: boolean;
  /** Why it can't be answered; null when it is, or is off. */
  readonly unanswered: string | null;
  /** URL of its page; absolute when the site's address is known. */
  readonly href: string;
  /** null when it is off, or can't be answered. */
  readonly affected: readonly CheckedFinding[] | null;
}

export interface CheckedFinding {
  /** null for the project as a whole. */
  readonly uniqueId: string | null;
  readonly name: string | null;
  /** Relative to the dbt project. */
  readonly filePath: string | null;
  readonly detail: string;
  /** URL of its page; null where it has none. */
  readonly href: string | null;
}

/** Collects what is to be checked. `origin` is the site's, without a trailing slash; null when it isn't known. */
export function buildHealthChecks(context: ViewContext, origin: string | null): HealthChecks {
  const { links, health, project } = context;
  const url = (href: string | null): string | null =>
    href === null ? null : `${origin ?? ''}${href}`;
  return {
    states: stateCounts(health.ids, context).map(({ state, count }) => ({ state, count })),
    rules: context.healthReport().rules.map((rule) => {
      const { title, why, fix } = ruleWords[rule.name];
      return {
        name: rule.name,
        title,
        why,
        fix,
        severity: rule.severity,
        isOn: rule.isOn,
        unanswered: rule.unanswered,
        href: `${origin ?? ''}${links.href(rulePath(rule.name))}`,
        affected:
          rule.affected?.map(({ id, detail }) => {
            const link = id === null ? null : links.link(id);
            return {
              uniqueId: id,
              name: link?.name ?? null,
              filePath: (id === null ? null : project.resources.get(id)?.filePath) ?? null,
              detail,
              href: url(link?.href ?? null),
            };
          }) ?? null,
      };
    }),
  };
}
