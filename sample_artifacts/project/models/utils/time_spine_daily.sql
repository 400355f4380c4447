{{ config(materialized='table') }}

select {{ date_range('2026-08-01', "date '2027-01-31'") }} as date_day
