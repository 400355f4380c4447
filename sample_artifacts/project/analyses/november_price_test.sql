-- Did the higher price of Nordlys in November cost us customers?
select
    date_trunc('week', ordered_on) as week_start,
    count(distinct order_id) as orders,
    sum(quantity) as bags
from {{ ref('fct_order_lines') }}
where sku like 'BEAN-NORDLYS-%'
group by all
order by all
