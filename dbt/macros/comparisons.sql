{#- How near two tellings are in what they say. `one` and `other` are rows of int_event_profiles. -#}

{#- How exactly their dates agree, where they do not conflict. -#}
{% macro tellings_dates(one, other) -%}
    case
        when {{ one }}.event_date is null and {{ other }}.event_date is null
            then case when {{ one }}.published_date is null or {{ other }}.published_date is null then 'unknown' else 'news' end
        when {{ one }}.event_date is null and {{ one }}.published_date is not null
            then case when {{ one }}.published_date - {{ other }}.event_date <= 4 then 'news' else 'unknown' end
        when {{ other }}.event_date is null and {{ other }}.published_date is not null
            then case when {{ other }}.published_date - {{ one }}.event_date <= 4 then 'news' else 'unknown' end
        when {{ one }}.event_date is null or {{ other }}.event_date is null
            then case when {{ one }}.weekday = {{ other }}.weekday then 'weekday' else 'unknown' end
        when {{ one }}.date_precision = 'day' and {{ other }}.date_precision = 'day' then 'day'
        when {{ one }}.date_precision in ('day', 'week', 'month') and {{ other }}.date_precision in ('day', 'week', 'month') then 'month'
        else 'year'
    end
{%- endmacro %}

{#- How near the places are. -#}
{% macro tellings_places(one, other) -%}
    case
        when {{ one }}.site_id = {{ other }}.site_id and {{ one }}.is_spot then 'spot'
        when {{ one }}.site_id = {{ other }}.site_id then 'area'
        when {{ one }}.site_id is not null and {{ other }}.site_id is not null then 'within'
        when list_has_any({{ one }}.area_ids, {{ other }}.area_ids) then 'within'
        when {{ one }}.is_spot and list_contains({{ other }}.named_ids, {{ one }}.site_id) or {{ other }}.is_spot and list_contains({{ one }}.named_ids, {{ other }}.site_id)
            then 'named'
        when {{ one }}.country_iso3 = {{ other }}.country_iso3 then 'country'
        when {{ one }}.country_iso3 is null or {{ other }}.country_iso3 is null then 'unsaid'
        else 'other'
    end
{%- endmacro %}

{#- How many subjects a telling must have to be told from another by them: who pledges or asks names one, who signs or grants more. -#}
{% macro fewest_subjects(event_family) -%}
    case when {{ event_family }} in ('PROMISE', 'REQUEST', 'SANCTION', 'ACCUSE', 'SUPPORT') then 1 else 2 end
{%- endmacro %}
