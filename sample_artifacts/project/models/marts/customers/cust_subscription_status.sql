select month_start, plan_code, count(distinct subscription_id) as subscriptions, count(distinct customer_id) as customers
from {{ ref('int_subscription_months') }}
group by all
