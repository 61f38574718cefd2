{#- A primary key of several columns: rows whose combination stands more than once. -#}
{% test unique_combination(model, combination_of_columns) %}
select
    {{ combination_of_columns | join(", ") }},
    count(*) as row_count
from {{ model }}
group by {{ combination_of_columns | join(", ") }}
having count(*) > 1
{% endtest %}
