{{ config(
    severity='error',
    store_failures=true,
    tags=['daily', 'tills'],
    meta={'owner': '@marit', 'runbook': 'https://wiki.fjordbean.example/data/tills'},
    group='cafes',
) }}

-- Looks at the last business day only: a till that was counted wrong turns this red for a day.
select store_code, till_no, business_date, difference_minor
from {{ ref('ops_till_variance') }}
where business_date = (select max(business_date) from {{ ref('ops_till_variance') }})
  and abs(difference_minor) > {{ var('till_tolerance_minor') }}
