import type { JsonObject } from '../../fields.ts';

/**
 * Upgrades one shape that changed to dbt's newest. It looks at the shape and never at a version
 * number, returns the same object when there is nothing to do, and never changes its argument.
 */
export type Adapter = (raw: JsonObject) => JsonObject;

/** Applies adapters in order. */
export function adapt(raw: JsonObject, adapters: readonly Adapter[]): JsonObject {
  return adapters.reduce((upgraded, adapter) => adapter(upgraded), raw);
}
