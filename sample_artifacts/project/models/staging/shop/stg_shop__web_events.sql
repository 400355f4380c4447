{{ config(event_time='occurred_at') }}

select
    event_id,
    session_id,
    customer_id,
    event_type,
    page_path,
    referrer,
    occurred_at,
    load_ms as load_ms_text
from {{ source('shop', 'web_events') }}
