{% test not_negative_stock(model, column_name) %}
    {{ config(fail_calc='count(*)', error_if='>50') }}
    select * from {{ model }} where {{ column_name }} < 0
{% endtest %}
