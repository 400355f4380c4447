{% test not_in_future(model, column_name, allow_days=0) %}
    select {{ column_name }}
    from {{ model }}
    where {{ column_name }} > now()::timestamp + interval {{ allow_days }} day
{% endtest %}
