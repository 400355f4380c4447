import { isJsonObject, type JsonObject } from '../../fields.ts';
import { isKnownType } from '../identity.ts';

/** What dbt writes beside the fields that are read, of no use to a reader. */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  ...['build_path', 'config_call_dict', 'created_at', 'defer_relation', 'docrefs'],
  ...['extra_ctes_injected', 'unrendered_config_call_dict', 'patch_path'],
]);

/**
 * Gathers under `unknown_fields` what a resource of a type that is not known here has beyond what
 * every node has, so that its page can show it.
 *
 * @param known the fields that are read
 */
export function unknownFields(known: ReadonlySet<string>): (raw: JsonObject) => JsonObject {
  return (raw) => {
    if (isKnownType(raw.resource_type)) return raw;
    const unknown = Object.entries(raw).filter(
      ([key, value]) => !known.has(key) && !BOOKKEEPING.has(key) && !isNothing(value),
    );
    return { ...raw, unknown_fields: Object.fromEntries(unknown) };
  };
}

function isNothing(value: unknown): boolean {
  if (value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isJsonObject(value) && Object.keys(value).length === 0;
}
