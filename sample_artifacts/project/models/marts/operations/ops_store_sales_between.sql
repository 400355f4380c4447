{{ config(materialized='table_function', parameters=['from_day', 'to_day']) }}

select store_code, sum(takings_nok) as takings_nok, sum(receipts) as receipts
from {{ ref('ops_store_performance_daily') }}
where sold_on between from_day and to_day
group by store_code
