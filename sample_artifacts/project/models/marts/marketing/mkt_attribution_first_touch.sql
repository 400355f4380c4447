select
    coalesce(c.campaign_name, '(none)') as campaign_name,
    count(*) as customers
from {{ ref('int_customer_first_orders') }} as f
left join {{ ref('stg_marketing__campaigns') }} as c on c.campaign_id = f.first_campaign_id
group by all
