select
    customer_id,
    case
        when days_since_first_sale <= 30 then 'new'
        when sales >= 10 then 'faithful'
        when sales >= 4 then 'regular'
        when days_since_last_sale > 60 then 'asleep'
        else 'other'
    end as segment
from {{ ref('cust_lifetime_value') }}
