select
    cupping_id,
    batch_id,
    cupper,
    cupped_at,
    round((aroma + flavour + acidity + body + aftertaste) * 2, 1) as cup_score
from {{ ref('stg_roastery__cuppings') }}
