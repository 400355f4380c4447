{{ config(tags=['tromsø']) }}

select sold_on, sum(takings_nok) as takings_nok
from {{ ref('ops_store_performance_daily') }}
where city = 'Tromsø'
group by all
