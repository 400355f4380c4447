with firsts as (
    select customer_id, date_trunc('month', first_ordered_at)::date as cohort_month
    from {{ ref('int_customer_first_orders') }}
)

select
    f.cohort_month,
    date_diff('month', f.cohort_month, o.ordered_on) as months_later,
    count(distinct f.customer_id) as customers
from firsts as f
inner join {{ ref('fct_orders') }} as o on o.customer_id = f.customer_id
group by all
