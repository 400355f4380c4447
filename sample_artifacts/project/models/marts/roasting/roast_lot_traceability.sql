select
    l.lot_id,
    l.origin_country,
    l.farm,
    l.variety,
    array_to_string(l.certifications, ', ') as certificates,
    list_sort(list(b.batch_id)) as batches,
    min(b.roasted_on) as first_roasted_on
from {{ ref('stg_roastery__green_lots') }} as l
left join {{ ref('stg_roastery__roast_batches') }} as b on b.lot_id = l.lot_id
group by all
