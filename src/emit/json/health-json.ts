import type { z } from 'zod';
import type { ViewContext } from '../../view/context.ts';
import { stateCounts } from '../../view/health/state-counts.ts';
import type { healthCountsSchema, healthSchema } from '../schemas/common.ts';

/** How files tell the health of a resource; null for what can't have one. */
export function healthJson(uniqueId: string, context: ViewContext): z.input<typeof healthSchema> {
  const health = context.health.of(uniqueId);
  return health === null
    ? null
    : {
        state: health.state,
        reasons: health.reasons.map((reason) => ({ ...reason, about: [...reason.about] })),
      };
}

/** How many of some resources are in each state. */
export function healthCounts(
  ids: readonly string[],
  context: ViewContext,
): z.input<typeof healthCountsSchema> {
  const counts = { degraded: 0, unknown: 0, caution: 0, healthy: 0 };
  for (const { state, count } of stateCounts(ids, context)) counts[state] = count;
  return counts;
}
