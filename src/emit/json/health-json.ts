import type { z } from 'zod';
import type { ViewContext } from '../../view/context.ts';
import type { healthSchema } from '../schemas/common.ts';

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
