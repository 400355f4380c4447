select
    payment_id,
    order_id,
    method as payment_method,
    amount_minor,
    currency,
    paid_at
from {{ ref('base_shop__payments_captured') }}
