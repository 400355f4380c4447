select store_code, sold_on, count(*) as receipts, sum(total_minor) / 100.0 as takings_nok
from {{ ref('stg_pos__receipts') }}
group by all
