select
    a.reading_id,
    a.batch_id,
    a.machine,
    a.read_at,
    a.bean_temp_c,
    avg(b.bean_temp_c) as smooth_bean_temp_c,
    60 * regr_slope(b.bean_temp_c, epoch(b.read_at)) as rate_of_rise_c
from {{ ref('stg_roastery__roast_readings') }} as a
inner join {{ ref('stg_roastery__roast_readings') }} as b
    on b.machine = a.machine
    and abs(epoch(b.read_at) - epoch(a.read_at)) <= {{ var('sensor_window_seconds') }}
group by all
