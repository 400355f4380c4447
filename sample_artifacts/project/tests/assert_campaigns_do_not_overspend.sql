{{ config(severity='warn', warn_if='>0', error_if='>5', tags=['marketing']) }}

select campaign_id, spend_nok, budget_nok
from {{ ref('mkt_campaign_performance') }}
where spend_nok > budget_nok
