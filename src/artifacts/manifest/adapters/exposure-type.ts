import type { JsonObject } from '../../fields.ts';

/** Some writers say `exposure_type` for `type`. */
export function exposureType(raw: JsonObject): JsonObject {
  return (raw.type ?? null) === null && typeof raw.exposure_type === 'string'
    ? { ...raw, type: raw.exposure_type }
    : raw;
}
