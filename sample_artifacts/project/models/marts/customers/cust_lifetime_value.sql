select
    a.customer_id,
    a.sales,
    a.amount_nok,
    a.last_seen_on,
    date_diff('day', coalesce(f.first_ordered_at::date, a.last_seen_on), now()::date) as days_since_first_sale,
    date_diff('day', a.last_seen_on, now()::date) as days_since_last_sale
from {{ ref('int_customer_activity') }} as a
left join {{ ref('int_customer_first_orders') }} as f on f.customer_id = a.customer_id
