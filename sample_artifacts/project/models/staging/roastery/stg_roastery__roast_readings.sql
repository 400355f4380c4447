{{ config(
    materialized='incremental',
    incremental_strategy='append',
    on_schema_change='append_new_columns',
    event_time='read_at',
    meta={'partition_by': {'field': 'read_at', 'granularity': 'day'}},
) }}

select reading_id, batch_id, machine, read_at, bean_temp_c, air_temp_c, gas_pct, _loaded_at
from {{ source('roastery', 'roast_readings') }}
{% if is_incremental() %}
where _loaded_at > (select max(_loaded_at) from {{ this }})
{% endif %}
