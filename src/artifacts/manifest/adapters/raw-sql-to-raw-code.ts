import type { JsonObject } from '../../fields.ts';

/**
 * dbt before 1.3 says `raw_sql` and `compiled_sql`, before 0.19 also `injected_sql`, which is the
 * compiled SQL with the ephemeral models in it: what was run.
 */
export function rawSqlToRawCode(raw: JsonObject): JsonObject {
  if (!('raw_sql' in raw) && !('compiled_sql' in raw) && !('injected_sql' in raw)) return raw;
  const { raw_sql, compiled_sql, injected_sql, ...rest } = raw;
  return {
    ...rest,
    raw_code: raw.raw_code ?? raw_sql,
    compiled_code: raw.compiled_code ?? injected_sql ?? compiled_sql,
  };
}
