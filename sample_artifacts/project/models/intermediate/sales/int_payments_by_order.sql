{{ config(materialized='ephemeral') }}

select
    order_id,
    sum(amount_minor) as captured_minor,
    min(paid_at) as first_paid_at,
    string_agg(distinct payment_method, ', ' order by payment_method) as payment_methods
from {{ ref('stg_shop__payments') }}
group by order_id
