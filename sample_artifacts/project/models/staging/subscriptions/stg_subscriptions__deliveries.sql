select delivery_id, subscription_id, planned_on, shipped_at, bag_count, amount_minor, currency
from {{ source('subscriptions', 'deliveries') }}
