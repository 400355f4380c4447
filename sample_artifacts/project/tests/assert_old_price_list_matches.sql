{{ config(enabled=false) }}

-- Switched off in May: the old price list is no longer kept.
select sku from {{ ref('dim_products') }} where list_price_nok is null
