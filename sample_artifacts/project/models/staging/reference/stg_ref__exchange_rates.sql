select
    currency,
    valid_month,
    case when currency = 'JPY' then nok_per_unit / 100 else nok_per_unit end as nok_per_unit
from {{ ref('exchange_rates') }}
