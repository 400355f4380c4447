select
    carrier,
    {{ iso_week('shipped_at') }} as iso_week,
    count(*) as parcels,
    median(hours_on_the_road) as median_hours,
    count(*) filter (delivered_at is null) as not_delivered
from {{ ref('int_orders_joined') }}
where shipped_at is not null
group by all
