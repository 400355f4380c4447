{% snapshot products_history %}

{# The oldest snapshot of the project, still written the old way. #}
{{ config(
    unique_key='sku',
    strategy='check',
    check_cols=['list_price_nok', 'is_active'],
    hard_deletes='invalidate',
) }}

select * from {{ ref('stg_ref__products') }}

{% endsnapshot %}
