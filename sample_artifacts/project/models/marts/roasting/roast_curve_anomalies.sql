with spread as (
    select batch_id, avg(rate_of_rise_c) as mean_rise, stddev(rate_of_rise_c) as sd_rise
    from {{ ref('int_roast_curves') }}
    group by 1
)

select c.reading_id, c.batch_id, c.read_at, c.rate_of_rise_c, s.mean_rise
from {{ ref('int_roast_curves') }} as c
inner join spread as s on s.batch_id = c.batch_id
where abs(c.rate_of_rise_c - s.mean_rise) > 4 * s.sd_rise
