with hours as (
    select store_code, {{ iso_week('started_at') }} as iso_week, sum(minutes) / 60.0 as hours
    from {{ ref('stg_pos__shifts') }}
    group by all
),

takings as (
    select store_code, {{ iso_week('sold_on') }} as iso_week, sum(takings_nok) as takings_nok
    from {{ ref('int_store_days') }}
    group by all
)

select h.store_code, h.iso_week, h.hours, t.takings_nok, t.takings_nok / h.hours as takings_per_hour_nok
from hours as h
left join takings as t using (store_code, iso_week)
