{{ config(
    materialized='incremental',
    incremental_strategy='merge',
    unique_key='order_line_id',
    merge_update_columns=['quantity', 'line_amount_nok'],
    on_schema_change='sync_all_columns',
) }}

select
    order_line_id,
    order_id,
    sku,
    product_family,
    quantity,
    discount_code,
    line_amount_nok,
    ordered_on
from {{ ref('int_order_lines_priced') }}
{% if is_incremental() %}
where ordered_on >= (select max(ordered_on) - interval 14 day from {{ this }})
{% endif %}
