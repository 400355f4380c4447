with lines as (
    select order_id, sum(line_amount_minor) as lines_minor
    from {{ ref('stg_shop__order_lines') }}
    group by order_id
)

select
    o.order_id,
    o.order_status,
    o.captured_minor,
    l.lines_minor + s.shipping_fee_minor as expected_minor,
    o.order_total_nok
    - {{ to_nok('(l.lines_minor + s.shipping_fee_minor)', 'o.currency', 'o.nok_per_unit') }} as difference_nok
from {{ ref('int_orders_joined') }} as o
inner join {{ ref('stg_shop__orders') }} as s on s.order_id = o.order_id
inner join lines as l on l.order_id = o.order_id
