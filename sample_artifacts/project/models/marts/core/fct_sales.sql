select sale_id, channel, customer_id, sold_on, store_code, amount_nok
from {{ ref('int_sales_unioned') }}
