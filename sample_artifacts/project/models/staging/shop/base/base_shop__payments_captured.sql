{{ config(materialized='ephemeral') }}

select * from {{ source('shop', 'payments') }} where status = 'captured'
