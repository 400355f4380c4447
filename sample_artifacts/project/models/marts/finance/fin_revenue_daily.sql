with sales as (
    select sold_on, channel, count(*) as sales, sum(amount_nok) as revenue_nok
    from {{ ref('int_sales_unioned') }}
    group by all
),

refunds as (
    select ordered_on, channel, sum(refunded_nok) as refunded_nok
    from {{ ref('int_orders_joined') }}
    group by all
)

select
    s.sold_on,
    s.channel,
    s.sales,
    s.revenue_nok,
    s.revenue_nok - coalesce(r.refunded_nok, 0) as net_revenue_nok
from sales as s
left join refunds as r on r.ordered_on = s.sold_on and r.channel = s.channel
