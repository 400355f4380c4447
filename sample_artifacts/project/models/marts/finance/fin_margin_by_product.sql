with cost as (
    select sum(green_cost_nok) / sum(charge_kg) as cost_per_kg from {{ ref('int_roast_batch_costs') }}
)

select
    p.sku,
    p.product_name,
    sum(l.quantity) as quantity,
    sum(l.line_amount_nok) / (1 + any_value(p.vat_rate)) as revenue_nok,
    sum(l.quantity * coalesce(p.grams, 0)) / 1000.0 * any_value(c.cost_per_kg) as cost_nok,
    sum(l.line_amount_nok) / (1 + any_value(p.vat_rate))
    - sum(l.quantity * coalesce(p.grams, 0)) / 1000.0 * any_value(c.cost_per_kg) as margin_nok
from {{ ref('fct_order_lines') }} as l
inner join {{ ref('dim_products') }} as p on p.sku = l.sku
cross join cost as c
group by all
