{{ config(
    materialized='incremental',
    incremental_strategy='microbatch',
    event_time='day',
    begin='2026-10-20',
    batch_size='day',
    lookback=5,
) }}

select
    date_trunc('day', occurred_at) as day,
    count(distinct session_id) as sessions,
    count(distinct session_id) filter (event_type = 'add_to_cart') as carts,
    count(distinct session_id) filter (event_type = 'checkout') as checkouts,
    median(load_ms_text::integer) as median_load_ms
from {{ ref('stg_shop__web_events') }}
group by all
