select ad_day, campaign_id, channel, sum(spend_nok) as spend_nok, sum(clicks) as clicks, sum(impressions) as impressions
from {{ ref('stg_marketing__ad_spend') }}
group by all
