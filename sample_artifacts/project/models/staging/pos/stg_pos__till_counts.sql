select store_code, till_no, business_date, expected_minor, counted_minor
from {{ source('pos', 'till_counts') }}
