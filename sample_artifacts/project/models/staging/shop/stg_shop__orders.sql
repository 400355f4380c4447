select
    order_id,
    customer_id,
    ordered_at,
    {{ local_time('ordered_at') }} as ordered_at_local,
    ordered_at::date as ordered_on,
    status as order_status,
    channel,
    currency,
    shipping_fee_minor,
    nullif(discount_code, '') as discount_code,
    campaign_id,
    _loaded_at as loaded_at
from {{ ref('base_shop__orders_deduplicated') }}
