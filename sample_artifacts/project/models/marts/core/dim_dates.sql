select
    d.date_day,
    extract('isodow' from d.date_day) as iso_weekday,
    {{ iso_week('d.date_day') }} as iso_week,
    date_trunc('month', d.date_day)::date as month_start,
    h.holiday_name,
    h.holiday_name is not null as is_holiday
from {{ ref('time_spine_daily') }} as d
left join {{ ref('public_holidays') }} as h
    on h.holiday_on = d.date_day and h.country_code = 'NO'
