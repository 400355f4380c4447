select
    date_trunc('month', r.refunded_at)::date as month_start,
    r.reason,
    count(*) as refunds,
    sum(o.refunded_nok) as refunded_nok
from {{ ref('stg_shop__refunds') }} as r
inner join {{ ref('fct_orders') }} as o on o.order_id = r.order_id
group by all
