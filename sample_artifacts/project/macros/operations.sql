{% macro bootstrap_warehouse(schemas=['audit', 'test_failures']) %}
    {% for schema in schemas %}
        {% do run_query('create schema if not exists ' ~ schema) %}
        {% do log('schema ' ~ schema ~ ' is there', info=true) %}
    {% endfor %}
{% endmacro %}

{% macro drop_old_dev_schemas(prefix='dev_', dry_run=true) %}
    {% set found = run_query(
        "select distinct schema_name from information_schema.schemata where schema_name like '" ~ prefix ~ "%' order by 1"
    ) %}
    {% for row in found.rows %}
        {% if dry_run %}
            {% do log('would drop ' ~ row[0], info=true) %}
        {% else %}
            {% do run_query('drop schema ' ~ row[0] ~ ' cascade') %}
            {% do log('dropped ' ~ row[0], info=true) %}
        {% endif %}
    {% endfor %}
{% endmacro %}
