select
    l.lot_id,
    l.kg_bought,
    coalesce(sum(b.charge_kg), 0) as kg_used,
    l.kg_bought - coalesce(sum(b.charge_kg), 0) as kg_left
from {{ ref('stg_roastery__green_lots') }} as l
left join {{ ref('stg_roastery__roast_batches') }} as b on b.lot_id = l.lot_id
group by l.lot_id, l.kg_bought
