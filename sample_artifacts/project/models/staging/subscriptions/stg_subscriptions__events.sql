select event_id, subscription_id, event_type, occurred_at
from {{ source('subscriptions', 'subscription_events') }}
