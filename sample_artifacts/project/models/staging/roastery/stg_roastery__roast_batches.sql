select
    batch_id,
    lot_id,
    machine,
    profile_code,
    charge_kg,
    output_kg,
    round(100 * (charge_kg - output_kg) / charge_kg, 2) as loss_pct,
    started_at,
    ended_at,
    started_at::date as roasted_on,
    roaster_name
from {{ source('roastery', 'roast_batches') }}
