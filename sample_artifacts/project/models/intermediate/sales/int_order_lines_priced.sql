select
    l.order_line_id,
    l.order_id,
    l.line_no,
    l.sku,
    p.product_name,
    p.product_family,
    p.vat_rate,
    l.quantity,
    l.discount_code,
    l.line_amount_minor,
    {{ to_nok('l.line_amount_minor', 'o.currency', 'r.nok_per_unit') }} as line_amount_nok,
    o.ordered_on
from {{ ref('stg_shop__order_lines') }} as l
inner join {{ ref('stg_shop__orders') }} as o on o.order_id = l.order_id
left join {{ ref('stg_ref__products') }} as p on p.sku = l.sku
left join {{ ref('stg_ref__exchange_rates') }} as r
    on r.currency = o.currency and r.valid_month = date_trunc('month', o.ordered_on)
