select
    t.store_code,
    s.store_name,
    t.till_no,
    t.business_date,
    t.expected_minor,
    t.counted_minor,
    t.difference_minor
from {{ ref('int_till_reconciliation') }} as t
inner join {{ ref('dim_stores') }} as s on s.store_code = t.store_code
