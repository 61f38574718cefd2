{#- What singular tests share. A test selects its offending rows, each with its `fault` in words. -#}

{#- One more offending row where a table is empty, so that no test passes for want of rows. A
    folder of a few documents may well state nothing, one of 20 does not. -#}
{% macro or_a_fault_when_empty(model) %}
union all by name
select '{{ model }} is empty' as fault
where
    not exists(select 1 from {{ ref(model) }})
    and (select count(*) from {{ source('raw', 'articles') }})
    + (select count(*) from {{ source('raw', 'bulletins') }}) >= 20
{% endmacro %}

{#- The same for what is made of the documents of this refresh alone. -#}
{% macro or_a_fault_when_nothing_was_read(model) %}
union all by name
select '{{ model }} is empty' as fault
where
    not exists(select 1 from {{ ref(model) }})
    and (select count(*) from {{ ref('stg_documents_to_read') }}) >= 20
{% endmacro %}
