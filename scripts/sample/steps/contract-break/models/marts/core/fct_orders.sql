select
    order_id,
    customer_id,
    ordered_at,
    ordered_on,
    order_status,
    channel,
    currency,
    campaign_id,
    order_total_nok::decimal(18, 2) as order_total_nok,
    refunded_nok::decimal(18, 2) as refunded_nok,
    shipped_at::date as shipped_on,
    delivered_at
from {{ ref('int_orders_joined') }}
