{#
    dbt-duckdb has no own code for user-defined functions yet, and DuckDB's functions are macros:
    no `returns`, no volatility, and the body is an expression. These two overrides are all that
    dbt's `function` materialization needs.
#}
{% macro duckdb__scalar_function_create_replace_signature_sql(target_relation) %}
    create or replace function {{ target_relation.render() }} ({{ formatted_scalar_function_args_sql() }})
    as
{% endmacro %}

{% macro duckdb__formatted_scalar_function_args_sql() %}
    {{ model.arguments | map(attribute='name') | join(', ') }}
{% endmacro %}

{% macro duckdb__scalar_function_body_sql() %}
    cast(({{ model.compiled_code }}) as {{ model.returns.data_type }})
{% endmacro %}

{% macro duckdb__scalar_function_volatility_sql() %}
{% endmacro %}
