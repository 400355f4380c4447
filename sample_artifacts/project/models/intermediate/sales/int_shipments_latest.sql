{{ config(materialized='ephemeral') }}

select * from {{ ref('stg_shop__shipments') }}
qualify row_number() over (partition by order_id order by shipped_at desc) = 1
