select
    campaign_id,
    campaign_name,
    channel,
    started_on::date as started_on,
    ended_on::date as ended_on,
    budget_minor / 100 as budget_nok
from {{ source('marketing', 'campaigns') }}
