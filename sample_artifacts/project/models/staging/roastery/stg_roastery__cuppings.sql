select
    cupping_id,
    batch_id,
    cupper,
    aroma,
    flavour,
    acidity,
    body,
    aftertaste,
    notes,
    cupped_at
from {{ source('roastery', 'cuppings') }}
