select
    customer_id,
    count(*) as sales,
    sum(amount_nok) as amount_nok,
    count(*) filter (channel = 'cafe') as cafe_visits,
    count(*) filter (channel in ('web', 'app')) as web_orders,
    count(*) filter (channel = 'subscription') as subscription_deliveries,
    max(sold_on) as last_seen_on
from {{ ref('int_sales_unioned') }}
where customer_id is not null
group by customer_id
