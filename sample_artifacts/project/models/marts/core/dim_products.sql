select
    sku,
    product_name,
    product_family,
    grams,
    list_price_nok,
    vat_rate,
    round(list_price_nok / (1 + vat_rate), 2) as list_price_without_vat_nok,
    launched_on,
    is_active
from {{ ref('stg_ref__products') }}
