{{ config(materialized='external', location='exports/wholesale_prices.csv', format='csv', tags=['export']) }}

-- The file the wholesale customers get on Mondays: list price less 18 per cent, without VAT.
select sku, product_name, round(list_price_without_vat_nok * 0.82, 2) as wholesale_price_nok
from {{ ref('dim_products') }}
where product_family = 'beans' and is_active
order by sku
