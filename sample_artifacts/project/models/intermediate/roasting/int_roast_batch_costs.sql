select
    b.batch_id,
    b.lot_id,
    b.charge_kg,
    round(b.charge_kg * l.price_usd_per_kg * r.nok_per_unit, 2) as green_cost_nok
from {{ ref('stg_roastery__roast_batches') }} as b
inner join {{ ref('stg_roastery__green_lots') }} as l on l.lot_id = b.lot_id
left join {{ ref('stg_ref__exchange_rates') }} as r
    on r.currency = 'USD' and r.valid_month = date_trunc('month', b.roasted_on)
