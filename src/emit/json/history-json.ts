import type { z } from 'zod';
import type { PastResult } from '../../runs/history.ts';
import type { ViewContext } from '../../view/context.ts';
import { lastChangeOf, pastOf, timeOf, usualDuration } from '../../view/resource/past.ts';
import { resultHref } from '../../view/result-place.ts';
import type { resourceFileSchema } from '../schemas/resource.ts';

type HistoryJson = z.input<typeof resourceFileSchema>['history'];

/** What the results of a resource on the main target say together; null when there are none. */
export function historyJson(uniqueId: string, context: ViewContext): HistoryJson {
  const resource = context.project.resources.get(uniqueId);
  const past = pastOf(uniqueId, context);
  const { results, rate, lastSuccess, streak, flakiness, slowdown } = past;
  if (results.length === 0) return null;
  return {
    target: context.history.target.name,
    runs: rate.runs,
    failures: rate.failures,
    last_success: lastSuccess === null ? null : place(lastSuccess, context),
    trouble:
      streak === null
        ? null
        : {
            kind: streak.kind,
            since: place(streak.since, context),
            runs: streak.count,
            has_begun: streak.hasBegun,
          },
    last_change: resource === undefined ? null : changeJson(lastChangeOf(resource, past), context),
    flips: flakiness.flips,
    usual_duration: usualDuration(past),
    slowdown:
      slowdown === null
        ? null
        : {
            kind: slowdown.kind,
            duration: slowdown.now,
            usual: slowdown.usual,
            compared: slowdown.compared,
            since: place(slowdown.since, context),
          },
  };
}

function changeJson(
  change: ReturnType<typeof lastChangeOf>,
  context: ViewContext,
): NonNullable<HistoryJson>['last_change'] {
  if (change === null) return null;
  return {
    kind: change.kind,
    run: place(change.past, context),
    parts: change.kind === 'unchanged' ? [] : [...change.parts],
  };
}

/** Where a result stands. */
function place(past: PastResult, context: ViewContext) {
  return {
    at: timeOf(past),
    run: context.links.runHref(past.run.id).replace(/\/$/, '.json'),
    href: resultHref(past, context),
  };
}
