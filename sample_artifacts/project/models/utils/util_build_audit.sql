{{ config(materialized='view', docs={'show': false}) }}

select invocation_id, target_name, command, started_at, finished_at, results
from audit.dbt_runs
