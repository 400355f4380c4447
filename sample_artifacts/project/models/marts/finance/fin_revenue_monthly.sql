select
    date_trunc('month', sold_on)::date as month_start,
    channel,
    sum(sales) as sales,
    sum(revenue_nok) as revenue_nok,
    sum(net_revenue_nok) as net_revenue_nok
from {{ ref('fin_revenue_daily') }}
group by all
