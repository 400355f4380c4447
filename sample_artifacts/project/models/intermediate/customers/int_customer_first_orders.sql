select
    customer_id,
    min(ordered_at) as first_ordered_at,
    max(ordered_at) as last_ordered_at,
    count(*) as orders,
    arg_min(campaign_id, ordered_at) as first_campaign_id
from {{ ref('stg_shop__orders') }}
where order_status <> 'cancelled'
group by customer_id
