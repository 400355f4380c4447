select sku, product_name, product_family, grams, price_nok as list_price_nok, vat_rate, launched_on, is_active
from {{ ref('products') }}
