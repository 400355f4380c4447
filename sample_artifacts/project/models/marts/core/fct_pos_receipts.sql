{{ config(
    materialized='incremental',
    incremental_strategy='delete+insert',
    unique_key='receipt_id',
    pre_hook="select 'receipts before', count(*) from {{ ref('stg_pos__receipts') }}",
) }}

select
    receipt_id,
    store_code,
    sold_on,
    opened_at,
    date_diff('second', opened_at, closed_at) as seconds_at_till,
    total_minor / 100.0 as amount_nok,
    payment_method,
    loyalty_customer_id
from {{ ref('stg_pos__receipts') }}
{% if is_incremental() %}
where sold_on >= (select max(sold_on) - interval 3 day from {{ this }})
{% endif %}
