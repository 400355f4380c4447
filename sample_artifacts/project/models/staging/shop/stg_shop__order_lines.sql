select
    order_line_id,
    order_id,
    line_no,
    sku,
    quantity::integer as quantity,
    unit_price_minor,
    discount_pct,
    discount_code,
    quantity * unit_price_minor * (100 - discount_pct) / 100 as line_amount_minor
from {{ source('shop', 'order_lines') }}
