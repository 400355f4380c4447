select event_id, customer_id, issue, event_type, occurred_at
from {{ source('marketing', 'newsletter_events') }}
