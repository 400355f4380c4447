select
    id as customer_id,
    lower(email) as email,
    full_name,
    city,
    country_code,
    locale,
    coalesce(marketing_consent, false) as has_marketing_consent,
    created_at,
    updated_at
from {{ source('shop', 'customers') }}
