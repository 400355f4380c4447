select
    store_code,
    till_no,
    business_date,
    expected_minor,
    counted_minor,
    counted_minor - expected_minor as difference_minor
from {{ ref('stg_pos__till_counts') }}
