import type { z } from 'zod';
import { currentStatus, type ViewContext } from '../../view/context.ts';
import type { resourceRefSchema, statusSchema } from '../schemas/common.ts';

/** The newest real result of a resource; a null status when it has none. */
export function lastStatus(uniqueId: string, context: ViewContext): z.input<typeof statusSchema> {
  const { history } = context;
  const isKnown = history.latest(uniqueId) !== null || history.latestFreshness(uniqueId) !== null;
  const current = isKnown ? currentStatus(context, uniqueId) : null;
  return { status: current?.word ?? null, kind: current?.kind ?? 'none' };
}

/** How files name a resource. */
export function resourceRef(
  uniqueId: string,
  context: ViewContext,
): z.input<typeof resourceRefSchema> {
  const { name, resourceType, href } = context.links.link(uniqueId);
  return {
    unique_id: uniqueId,
    name,
    resource_type: resourceType,
    href,
    json: context.links.jsonHref(uniqueId),
  };
}
