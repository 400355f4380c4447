select roasted_on, roaster_name, avg(cup_score) as cup_score, count(*) as batches, avg(loss_pct) as loss_pct
from {{ ref('roast_batches_enriched') }}
group by all
