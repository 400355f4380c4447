select receipt_line_id, receipt_id, sku, quantity::integer as quantity, unit_price_minor
from {{ source('pos', 'receipt_lines') }}
