select
    issue,
    count(*) filter (event_type = 'sent') as sent,
    count(*) filter (event_type = 'opened') as opened,
    count(*) filter (event_type = 'clicked') as clicked
from {{ ref('stg_marketing__newsletter_events') }}
group by all
