select
    customer_id,
    city,
    lag(city) over (partition by customer_id order by dbt_valid_from) as city_before,
    dbt_valid_from as moved_at
from {{ ref('customers_history') }}
qualify city_before is not null and city_before <> city
