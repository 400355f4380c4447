with spend as (
    select campaign_id, sum(spend_nok) as spend_nok, sum(clicks) as clicks
    from {{ ref('int_ads_daily') }}
    group by 1
),

orders as (
    select campaign_id, count(*) as orders, sum(order_total_nok) as revenue_nok
    from {{ ref('fct_orders') }}
    where campaign_id is not null
    group by 1
)

select
    c.campaign_id,
    c.campaign_name,
    c.channel,
    c.budget_nok,
    coalesce(s.spend_nok, 0) as spend_nok,
    coalesce(s.clicks, 0) as clicks,
    coalesce(o.orders, 0) as orders,
    coalesce(o.revenue_nok, 0) as revenue_nok,
    s.spend_nok / nullif(o.orders, 0) as cost_per_order_nok
from {{ ref('stg_marketing__campaigns') }} as c
left join spend as s on s.campaign_id = c.campaign_id
left join orders as o on o.campaign_id = c.campaign_id
