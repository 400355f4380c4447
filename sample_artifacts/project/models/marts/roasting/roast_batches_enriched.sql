select
    b.batch_id,
    b.roasted_on,
    b.machine,
    p.profile_name,
    b.roaster_name,
    b.charge_kg,
    b.output_kg,
    b.loss_pct,
    c.green_cost_nok,
    struct_pack(
        lot_id := l.lot_id, farm := l.farm, variety := l.variety, certifications := l.certifications
    ) as lot,
    (
        select list(struct_pack(at := e.occurred_at, code := e.event_code))
        from {{ ref('stg_roastery__machine_events') }} as e
        where e.machine = b.machine and e.event_type = 'alarm'
            and e.occurred_at between b.started_at and b.ended_at
    ) as alarms,
    map {'temp_drop': p.drop_temp_c::double, 'development': p.development_pct::double} as targets,
    s.cup_score
from {{ ref('stg_roastery__roast_batches') }} as b
left join {{ ref('stg_roastery__green_lots') }} as l on l.lot_id = b.lot_id
left join {{ ref('roast_profiles') }} as p on p.profile_code = b.profile_code
left join {{ ref('int_roast_batch_costs') }} as c on c.batch_id = b.batch_id
left join (
    select batch_id, avg(cup_score) as cup_score from {{ ref('int_cupping_scores') }} group by 1
) as s on s.batch_id = b.batch_id
