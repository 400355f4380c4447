{{ config(materialized='view') }}

select unnest(generate_series(
    timestamp '2026-10-01 00:00:00', timestamp '2026-12-31 23:00:00', interval 1 hour
)) as hour_start
