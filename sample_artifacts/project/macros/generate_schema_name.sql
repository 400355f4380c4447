{% macro generate_schema_name(custom_schema_name, node) -%}
    {#- prod: the folder's schema as it is; everywhere else: with the developer's schema before it -#}
    {%- if custom_schema_name is none -%}
        {{ target.schema }}
    {%- elif target.name == 'prod' -%}
        {{ custom_schema_name | trim }}
    {%- else -%}
        {{ target.schema }}_{{ custom_schema_name | trim }}
    {%- endif -%}
{%- endmacro %}
