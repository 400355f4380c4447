{{ config(enabled=false) }}

-- The report of the old shop. Switched off when the new shop opened; kept to look things up.
select sold_on, sum(amount_nok) as amount_nok
from {{ ref('fct_sales') }}
group by sold_on
