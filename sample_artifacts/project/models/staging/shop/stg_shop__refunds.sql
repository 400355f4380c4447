select
    refund_id,
    order_id,
    amount_minor,
    reason,
    refunded_at
from {{ source('shop', 'refunds') }}
