{{ config(post_hook="{{ log_row_count(this) }}") }}

select
    c.customer_id,
    split_part(c.full_name, ' ', 1) as given_name,
    split_part(c.full_name, ' ', 2) as family_name,
    c.city,
    n.country_name,
    {{ function('loyalty_level') }}(coalesce(a.amount_nok, 0)) as loyalty_level,
    f.first_ordered_at
from {{ ref('stg_shop__customers') }} as c
left join {{ ref('countries') }} as n on n.country_code = c.country_code
left join {{ ref('int_customer_first_orders') }} as f on f.customer_id = c.customer_id
left join {{ ref('int_customer_activity') }} as a on a.customer_id = c.customer_id
