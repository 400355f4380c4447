select
    event_id,
    machine,
    event_type,
    occurred_at,
    json_extract_string(payload, '$.code')::integer as event_code,
    json_extract_string(payload, '$.by') as triggered_by
from {{ source('roastery', 'machine_events') }}
