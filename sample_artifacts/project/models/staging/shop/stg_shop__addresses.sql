select
    address_id,
    customer_id,
    kind as address_kind,
    street,
    postcode,
    city,
    country_code,
    is_default
from {{ source('shop', 'addresses') }}
