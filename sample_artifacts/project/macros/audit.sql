{% macro audit_run_started() %}
    create schema if not exists audit;
    create table if not exists audit.dbt_runs (
        invocation_id varchar, target_name varchar, command varchar,
        started_at timestamp, finished_at timestamp, results integer
    );
    insert into audit.dbt_runs
    values ('{{ invocation_id }}', '{{ target.name }}', '{{ flags.WHICH }}', now()::timestamp, null, null)
{% endmacro %}

{% macro audit_run_finished(results) %}
    update audit.dbt_runs
    set finished_at = now()::timestamp, results = {{ results | length }}
    where invocation_id = '{{ invocation_id }}'
{% endmacro %}

{% macro log_row_count(relation) %}
    {#- a post-hook: says in the log how many rows the model has now -#}
    {%- if execute -%}
        {%- set rows = run_query('select count(*) from ' ~ relation) -%}
        {%- do log(relation.identifier ~ ': ' ~ rows.columns[0].values()[0] ~ ' rows', info=true) -%}
    {%- endif -%}
    select 1
{% endmacro %}
