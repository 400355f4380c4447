select
    date_trunc('month', ordered_on)::date as month_start,
    vat_rate,
    sum(line_amount_nok) as gross_nok,
    sum(line_amount_nok * vat_rate / (1 + vat_rate)) as vat_nok
from {{ ref('int_order_lines_priced') }}
group by all
