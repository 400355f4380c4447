import type { JsonObject } from '../../fields.ts';

/** The text of a macro: `macro_sql`, or `raw_code` in some files; old files have `raw_sql`. */
export function macroCode(raw: JsonObject): JsonObject {
  if (typeof raw.macro_sql === 'string') return raw;
  return { ...raw, macro_sql: raw.raw_code ?? raw.raw_sql };
}
