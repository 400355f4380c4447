select
    order_id,
    customer_id,
    ordered_at,
    ordered_on,
    order_status,
    channel,
    currency,
    campaign_id,
    order_total_nok::double as order_total_nok,
    refunded_nok::double as refunded_nok,
    shipped_at,
    delivered_at
from {{ ref('int_orders_joined') }}
