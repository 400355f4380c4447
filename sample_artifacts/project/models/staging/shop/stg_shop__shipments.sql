select
    shipment_id,
    order_id,
    carrier,
    tracking_code,
    shipped_at,
    delivered_at,
    date_diff('hour', shipped_at, delivered_at) as hours_on_the_road
from {{ source('shop', 'shipments') }}
