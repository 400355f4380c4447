{% test row_count_between(model, minimum=1, maximum=none) %}
    with counted as (select count(*) as row_count from {{ model }})
    select row_count
    from counted
    where row_count < {{ minimum }}{% if maximum is not none %} or row_count > {{ maximum }}{% endif %}
{% endtest %}
