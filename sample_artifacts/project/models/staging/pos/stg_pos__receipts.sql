select
    receipt_id,
    store_code,
    till_no,
    opened_at,
    closed_at,
    opened_at::date as sold_on,
    total_minor,
    payment_method,
    barista,
    loyalty_customer_id
from {{ source('pos', 'receipts') }}
