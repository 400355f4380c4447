select
    lot_id,
    origin_country,
    farm,
    variety,
    process,
    kg_bought,
    price_usd_per_kg::decimal(8, 2) as price_usd_per_kg,
    arrived_on,
    certifications::varchar[] as certifications
from {{ source('roastery', 'green_lots') }}
