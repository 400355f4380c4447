select
    s.subscription_id,
    s.customer_id,
    s.plan_code,
    p.plan_name,
    p.bags_per_delivery,
    s.status as subscription_status,
    s.started_at,
    s.cancelled_at,
    s.updated_at
from {{ source('subscriptions', 'subscriptions') }} as s
left join {{ ref('subscription_plans') }} as p on p.plan_code = s.plan_code
