select ad_day, channel, campaign_id, impressions, clicks, spend_minor / 100.0 as spend_nok
from {{ source('marketing', 'ad_spend') }}
