{% macro fjord_query_comment(node) %}
    {%- set parts = {'app': 'dbt', 'project': project_name, 'target': target.name} -%}
    {%- if node is not none -%}
        {%- do parts.update({'node': node.unique_id}) -%}
    {%- endif -%}
    {{ return(tojson(parts)) }}
{% endmacro %}
