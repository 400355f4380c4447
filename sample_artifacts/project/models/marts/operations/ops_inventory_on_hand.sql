select c.lot_id, l.origin_country, l.farm, c.kg_bought, c.kg_used, c.kg_left, c.kg_left < 60 as buy_soon
from {{ ref('int_lot_consumption') }} as c
inner join {{ ref('stg_roastery__green_lots') }} as l on l.lot_id = c.lot_id
