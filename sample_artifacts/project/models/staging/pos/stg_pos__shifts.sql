select
    shift_id,
    store_code,
    employee_name,
    role,
    started_at,
    ended_at,
    date_diff('minute', started_at, ended_at) as minutes
from {{ source('pos', 'shifts') }}
