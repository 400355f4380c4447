select
    'order-' || order_id as sale_id,
    channel,
    customer_id,
    ordered_on as sold_on,
    null as store_code,
    order_total_nok as amount_nok
from {{ ref('int_orders_joined') }}
where order_status <> 'cancelled'

union all

select
    'receipt-' || receipt_id,
    'cafe',
    loyalty_customer_id,
    sold_on,
    store_code,
    total_minor / 100.0
from {{ ref('stg_pos__receipts') }}

union all

select
    'delivery-' || d.delivery_id,
    'subscription',
    s.customer_id,
    d.shipped_at::date,
    null,
    {{ to_nok('d.amount_minor', 'd.currency', 'r.nok_per_unit') }}
from {{ ref('stg_subscriptions__deliveries') }} as d
inner join {{ ref('stg_subscriptions__subscriptions') }} as s using (subscription_id)
left join {{ ref('stg_ref__exchange_rates') }} as r
    on r.currency = d.currency and r.valid_month = date_trunc('month', d.shipped_at)
