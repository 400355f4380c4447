{% macro minor_units(currency_column) -%}
    case when {{ currency_column }} in ('JPY') then 1 else 100 end
{%- endmacro %}

{% macro to_nok(amount_column, currency_column, rate_column, precision=2) -%}
    round({{ amount_column }} / {{ minor_units(currency_column) }} * {{ rate_column }}, {{ precision }})
{%- endmacro %}
