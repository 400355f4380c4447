/**
 * What dbt writes into `config` where a project sets nothing. Only values that say nothing are here: an empty list or
 * null is left out everywhere anyway.
 */
const DEFAULTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['lookback', ['1']],
  ['on_configuration_change', ['"apply"']],
  ['on_schema_change', ['"ignore"']],
  [
    'latest_version_pointer',
    ['{"enabled":null,"alias":null}', '{"alias":null,"enabled":null}', '{"enabled":null}'],
  ],
  ['persist_docs', ['{"relation":false,"columns":false}', '{"columns":false,"relation":false}']],
  [
    'freshness',
    [
      '{"warn_after":{"count":null,"period":null},"error_after":{"count":null,"period":null},"filter":null}',
    ],
  ],
  [
    'snapshot_meta_column_names',
    [
      '{"dbt_valid_to":null,"dbt_valid_from":null,"dbt_scd_id":null,"dbt_updated_at":null,"dbt_is_deleted":null}',
    ],
  ],
  ['cache', ['{"enabled":false}']],
  ['delimiter', ['","']],
  ['fail_calc', ['"count(*)"']],
  ['warn_if', ['"!= 0"']],
  ['error_if', ['"!= 0"']],
  ['snowflake', ['{"quote_args":true}']],
]);

/** True for a part of `config` that is as dbt itself sets it. */
export function isDefault(key: string, value: unknown): boolean {
  return DEFAULTS.get(key)?.includes(JSON.stringify(value)) ?? false;
}
