{{ config(
    materialized='incremental',
    incremental_strategy='microbatch',
    event_time='session_started_at',
    begin='2026-10-20',
    batch_size='day',
    lookback=5,
) }}

select
    session_id,
    max(customer_id) as customer_id,
    min(referrer) as referrer,
    min(occurred_at) as session_started_at,
    count(*) filter (event_type = 'page_view') as page_views,
    bool_or(event_type = 'add_to_cart') as added_to_cart,
    bool_or(event_type = 'checkout') as checked_out
from {{ ref('stg_shop__web_events') }}
group by session_id
