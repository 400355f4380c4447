select
    d.store_code,
    s.store_name,
    s.city,
    d.sold_on,
    t.is_holiday,
    d.receipts,
    d.takings_nok,
    d.takings_nok / s.seats as takings_per_seat_nok
from {{ ref('int_store_days') }} as d
inner join {{ ref('dim_stores') }} as s on s.store_code = d.store_code
left join {{ ref('dim_dates') }} as t on t.date_day = d.sold_on
