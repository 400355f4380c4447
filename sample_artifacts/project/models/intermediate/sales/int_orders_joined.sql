select
    o.order_id,
    o.customer_id,
    o.ordered_at,
    o.ordered_on,
    o.order_status,
    o.channel,
    o.currency,
    o.discount_code,
    o.campaign_id,
    r.nok_per_unit,
    p.payment_methods,
    p.first_paid_at,
    coalesce(p.captured_minor, 0) as captured_minor,
    coalesce(f.refunded_minor, 0) as refunded_minor,
    {{ to_nok('coalesce(p.captured_minor, 0)', 'o.currency', 'r.nok_per_unit') }} as order_total_nok,
    {{ to_nok('coalesce(f.refunded_minor, 0)', 'o.currency', 'r.nok_per_unit') }} as refunded_nok,
    s.carrier,
    s.shipped_at,
    s.delivered_at,
    s.hours_on_the_road
from {{ ref('stg_shop__orders') }} as o
left join {{ ref('int_payments_by_order') }} as p on p.order_id = o.order_id
left join {{ ref('int_refunds_by_order') }} as f on f.order_id = o.order_id
left join {{ ref('int_shipments_latest') }} as s on s.order_id = o.order_id
left join {{ ref('stg_ref__exchange_rates') }} as r
    on r.currency = o.currency and r.valid_month = date_trunc('month', o.ordered_on)
