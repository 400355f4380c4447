select
    store_code,
    store_name,
    city,
    region,
    seats,
    opened_on,
    date_diff('year', opened_on, now()::date) as years_open
from {{ ref('stg_ref__stores') }}
