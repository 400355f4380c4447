{{ config(indexes=[{'columns': ['customer_id'], 'unique': true}]) }}

{% set families = ['beans', 'gear', 'drinks', 'food'] -%}
{%- set methods = ['card', 'vipps', 'klarna', 'gift_card'] -%}
{%- set carriers = ['Posten', 'PostNord', 'Bring', 'Helthjem'] %}

with lines as (
    select
        o.customer_id,
        mode(l.sku) as favourite_sku,
        {%- for family in families %}
        sum(l.quantity) filter (l.product_family = '{{ family }}') as bought_{{ family }},
        sum(l.line_amount_nok) filter (l.product_family = '{{ family }}') as spent_{{ family }}_nok,
        {%- endfor %}
        count(distinct l.sku) as different_products
    from {{ ref('fct_order_lines') }} as l
    inner join {{ ref('int_orders_joined') }} as o on o.order_id = l.order_id
    group by 1
),

orders as (
    select
        customer_id,
        count(*) as orders,
        count(*) filter (order_status = 'cancelled') as cancelled_orders,
        min(ordered_on) as first_ordered_on,
        max(ordered_on) as last_ordered_on,
        sum(order_total_nok) as spent_total_nok,
        avg(order_total_nok) as mean_order_nok,
        max(order_total_nok) as largest_order_nok,
        sum(refunded_nok) as refunded_nok,
        count(*) filter (discount_code is not null) as orders_with_code,
        {%- for method in methods %}
        count(*) filter (payment_methods like '%{{ method }}%') as paid_by_{{ method }},
        {%- endfor %}
        {%- for carrier in carriers %}
        count(*) filter (carrier = '{{ carrier }}') as parcels_{{ carrier | lower }},
        {%- endfor %}
        avg(hours_on_the_road) as mean_hours_on_the_road
    from {{ ref('int_orders_joined') }}
    group by 1
)

select
    c.customer_id,
    c.full_name,
    c.email,
    c.city,
    c.country_code,
    c.locale,
    c.has_marketing_consent,
    c.created_at,
    a.street,
    a.postcode,
    o.* exclude (customer_id),
    l.* exclude (customer_id),
    v.cafe_visits,
    v.subscription_deliveries,
    s.segment
from {{ ref('stg_shop__customers') }} as c
left join {{ ref('stg_shop__addresses') }} as a on a.customer_id = c.customer_id and a.is_default
left join orders as o on o.customer_id = c.customer_id
left join lines as l on l.customer_id = c.customer_id
left join {{ ref('int_customer_activity') }} as v on v.customer_id = c.customer_id
left join {{ ref('cust_segments') }} as s on s.customer_id = c.customer_id
