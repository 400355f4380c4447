select
    sku,
    product_name,
    list_price_nok,
    lag(list_price_nok) over (partition by sku order by dbt_valid_from) as price_before_nok,
    dbt_valid_from as changed_at
from {{ ref('products_history') }}
