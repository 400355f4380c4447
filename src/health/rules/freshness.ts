import type { RuleName } from '../../config/health-rules.ts';
import { findingWords, unansweredWords } from '../../messages/health-details.ts';
import type { Resource } from '../../project/resource.ts';
import type { FreshnessResult } from '../../runs/run.ts';
import type { StatusKind } from '../../runs/status.ts';
import { isOlderThan } from '../newest-time.ts';
import { hasFreshnessRule } from '../signals/own-signals.ts';
import { affectedWhere, type Finder, type Found, type RuleInput } from './rule.ts';

/** Rules about how old the data of sources is. */
export const FRESHNESS_RULES = {
  'stale-sources': (input) => ofChecks(input, 'error'),
  'nearly-stale-sources': (input) => ofChecks(input, 'warn'),
  'unchecked-sources': (input, { days }) => {
    const ruled = input.sources.filter(hasFreshnessRule);
    if (ruled.length === 0) return { unanswered: unansweredWords.noRules };
    return ofSources(ruled, ({ uniqueId }) => {
      const checked = input.history.latestFreshness(uniqueId);
      if (checked === null) return findingWords.notChecked;
      const at = checked.result.snapshottedAt ?? checked.run.completedAt;
      return at !== null && isOlderThan(at, days, input.newestAt)
        ? findingWords.checkedAt(at.slice(0, 10))
        : null;
    });
  },
  'sources-without-freshness': (input) => {
    if (input.sources.length === 0) return { unanswered: unansweredWords.noSources };
    return ofSources(input.sources, (source) =>
      hasFreshnessRule(source) || input.history.latestFreshness(source.uniqueId) !== null
        ? null
        : findingWords.noRule,
    );
  },
} as const satisfies { readonly [Name in RuleName]?: Finder<Name> };

function ofSources(
  sources: readonly Resource[],
  detailOf: (source: Resource) => string | null,
): Found {
  return affectedWhere(sources, ({ uniqueId }) => uniqueId, detailOf);
}

function ofChecks({ project, history }: RuleInput, kind: StatusKind): Found {
  if (!history.runs.some(({ tally }) => tally.freshness > 0)) {
    return { unanswered: unansweredWords.noChecks };
  }
  const sources = [...project.resources.values()].filter(
    ({ details }) => details.kind === 'source',
  );
  return ofSources(sources, ({ uniqueId }) => {
    const result = history.latestFreshness(uniqueId)?.result;
    return result?.kind === kind ? ageOf(result) : null;
  });
}

function ageOf({ status, age, error }: FreshnessResult): string {
  return age === null ? findingWords.says(status, error) : findingWords.age(age / 3600);
}
