{{ config(
    materialized='incremental',
    incremental_strategy='microbatch',
    event_time='gas_day',
    begin='2026-10-20',
    batch_size='day',
    lookback=4,
    concurrent_batches=false,
) }}

select machine, date_trunc('day', read_at) as gas_day, avg(gas_pct) as mean_gas_pct, count(*) as readings
from {{ ref('stg_roastery__roast_readings') }}
group by all
