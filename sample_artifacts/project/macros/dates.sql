{% macro date_range(start_date, end_expression) -%}
    unnest(generate_series(date '{{ start_date }}', {{ end_expression }}, interval 1 day))::date
{%- endmacro %}

{% macro local_time(column, timezone='Europe/Oslo') -%}
    timezone('{{ timezone }}', timezone('UTC', {{ column }}))
{%- endmacro %}

{% macro iso_week(column) -%}
    strftime({{ column }}, '%G-W%V')
{%- endmacro %}
