amount_minor / (case when currency = 'JPY' then 1 else 100 end) * nok_per_unit
