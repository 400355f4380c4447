select
    c.customer_id,
    c.full_name,
    c.email,
    c.city,
    n.country_name,
    f.first_ordered_at
from {{ ref('stg_shop__customers') }} as c
left join {{ ref('countries') }} as n on n.country_code = c.country_code
left join {{ ref('int_customer_first_orders') }} as f on f.customer_id = c.customer_id
