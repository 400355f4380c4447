with refunded as (
    select order_id, sum(amount_minor) as refunded_minor
    from {{ ref('stg_shop__refunds') }}
    group by order_id
)

select p.order_id, r.refunded_minor, p.captured_minor
from {{ ref('fin_payment_reconciliation') }} as p
inner join refunded as r on r.order_id = p.order_id
where r.refunded_minor > p.captured_minor and p.captured_minor > 0
