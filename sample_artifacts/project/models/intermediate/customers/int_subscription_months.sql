select
    s.subscription_id,
    s.customer_id,
    s.plan_code,
    m.month_start
from {{ ref('stg_subscriptions__subscriptions') }} as s
inner join (
    select distinct date_trunc('month', date_day) as month_start from {{ ref('dim_dates') }}
) as m
    on m.month_start >= date_trunc('month', s.started_at)
    and m.month_start < coalesce(s.cancelled_at, now()::timestamp)
