{{ config(materialized='ephemeral') }}

select order_id, sum(amount_minor) as refunded_minor, max(refunded_at) as last_refunded_at
from {{ ref('stg_shop__refunds') }}
group by order_id
