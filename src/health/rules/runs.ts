import { messageLine } from '../../runs/message-line.ts';
import { findingWords, unansweredWords } from '../../messages/health-details.ts';
import type { RuleName } from '../../config/health-rules.ts';
import type { History, PastResult } from '../../runs/history.ts';
import type { RunOutcome } from '../../runs/run.ts';
import { flakiness } from '../../runs/streak.ts';
import { isOlderThan } from '../newest-time.ts';
import { isInlined } from '../signals/own-signals.ts';
import {
  affectedWhere,
  type Finder,
  type Found,
  modelsWhere,
  type Outcome,
  type RuleInput,
} from './rule.ts';

/** Rules about what runs say; they look at installed packages too, as what they do to the warehouse is the project's. */
export const RUN_RULES = {
  'failing-models': (input) =>
    ofOthers(input, ({ kind }) => kind === 'error' || kind === 'partial'),
  'failing-tests': (input) => ofTests(input, ({ kind }) => kind === 'error'),
  'warning-tests': (input) => ofTests(input, ({ kind }) => kind === 'warn'),
  'skipped-models': (input) =>
    ofOthers(input, ({ kind, status }) => kind === 'skipped' && status !== 'reused'),
  'flaky-tests': (input, { flips }) => {
    const tests = known(input, true);
    if (tests.length === 0) return { unanswered: unansweredWords.noTestRuns };
    // One run flips nothing, and is what most builds without a history have.
    if (input.history.runs.length < 2) return [];
    return affectedWhere(tests, idOf, ({ id }) => {
      const found = flakiness(input.history.resultsOf(id));
      return found.flips >= flips && found.flips > 0
        ? findingWords.flips(found.flips, found.runs)
        : null;
    });
  },
  'not-built': (input, { days }) => {
    if (known(input, false).length === 0) return { unanswered: unansweredWords.noRuns };
    return modelsWhere(input, ({ id }) => {
      const built = lastSuccess(id, input.history);
      const at = built?.result.completedAt ?? built?.run.completedAt ?? null;
      return at !== null && isOlderThan(at, days, input.newestAt)
        ? findingWords.builtAt(at.slice(0, 10))
        : null;
    });
  },
  'never-run-models': (input) => {
    if (known(input, false).length === 0) return { unanswered: unansweredWords.noRuns };
    return modelsWhere(input, ({ id, resource }) =>
      input.history.latest(id) === null && !isInlined(resource) ? findingWords.neverRun : null,
    );
  },
  'never-run-tests': (input) => {
    if (known(input, true).length === 0) return { unanswered: unansweredWords.noTestRuns };
    const own = new Set(input.resources.map(({ uniqueId }) => uniqueId));
    return affectedWhere(input.outcomes, idOf, ({ id, isTest, result }) =>
      isTest && result === null && own.has(id) ? findingWords.neverRun : null,
    );
  },
} as const satisfies { readonly [Name in RuleName]?: Finder<Name> };

/** The newest success; nearly always the newest outcome, which is at hand. */
function lastSuccess(id: string, history: History): PastResult | undefined {
  const isSuccess = ({ result }: PastResult): boolean => result.kind === 'success';
  const latest = history.latest(id);
  if (latest === null || isSuccess(latest)) return latest ?? undefined;
  return history.resultsOf(id).find(isSuccess);
}

function idOf({ id }: Outcome): string {
  return id;
}

/** Tests, or all others, of which an outcome is known. */
function known({ outcomes }: RuleInput, isTest: boolean): readonly Outcome[] {
  return outcomes.filter((outcome) => outcome.isTest === isTest && outcome.result !== null);
}

function ofTests(input: RuleInput, isMeant: (result: RunOutcome) => boolean): Found {
  return withOutcome(known(input, true), unansweredWords.noTestRuns, isMeant);
}

function ofOthers(input: RuleInput, isMeant: (result: RunOutcome) => boolean): Found {
  return withOutcome(known(input, false), unansweredWords.noRuns, isMeant);
}

/** Resources whose newest outcome is a certain one. */
function withOutcome(
  outcomes: readonly Outcome[],
  unanswered: string,
  isMeant: (result: RunOutcome) => boolean,
): Found {
  if (outcomes.length === 0) return { unanswered };
  return affectedWhere(outcomes, idOf, ({ result }) =>
    result !== null && isMeant(result) ? detailOf(result) : null,
  );
}

/** Longest line of a message that a detail repeats. */
const MOST_MESSAGE = 160;

function detailOf({ status, message, failures }: RunOutcome): string {
  if (failures !== null && failures > 0) return findingWords.rows(status, failures);
  const line = messageLine(message ?? '');
  const short = line.length > MOST_MESSAGE ? `${line.slice(0, MOST_MESSAGE)}…` : line;
  return findingWords.says(status, short === '' ? null : short);
}
