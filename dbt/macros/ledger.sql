{#- What the explanations of the ledger are written with. -#}

{#- 26.0 -> 26, 1171278 -> 1,171,278, 3969.50 -> 3,969.5 -#}
{% macro readable_number(value) -%}
    regexp_replace(format('{:,.6f}', cast({{ value }} as double)), '\.?0+$', '')
{%- endmacro %}

{#- Bulletins say "Idlib" where the dictionary says "Idlib Governorate". -#}
{% macro readable_place(name) -%}
    regexp_replace({{ name }}, ' Governorate$', '')
{%- endmacro %}

{#- "1 day", "3 days" -#}
{% macro readable_days(days) -%}
    cast({{ days }} as varchar) || case when {{ days }} = 1 then ' day' else ' days' end
{%- endmacro %}

{#- "26", "about 1,700,000", "200 to 300", "? (damaged)" -#}
{% macro stated_number(qualifier, value, value_low, value_high) -%}
    case
        when {{ qualifier }} = 'range' and {{ value_low }} is not null
            then {{ readable_number(value_low) }} || ' to ' || {{ readable_number(value_high) }}
        when coalesce({{ value }}, {{ value_low }}, {{ value_high }}) is null then '? (damaged)'
        else case {{ qualifier }} when 'exact' then '' else replace({{ qualifier }}, '_', ' ') || ' ' end
            || {{ readable_number("coalesce(" ~ value ~ ", " ~ value_low ~ ", " ~ value_high ~ ")") }}
    end
{%- endmacro %}

{#- Money is named by its currency, areas as they are written. -#}
{% macro unit_words(unit, currency) -%}
    coalesce({{ currency }}, nullif(replace({{ unit }}, 'km2', 'km²'), ''), 'in all')
{%- endmacro %}

{#- Which of the tellings at hand are summed, as common table expressions that end with `countable`. Per total the first document, per
    figure the first of these; and of a figure without a place and those that other documents tell of places, or its own that add up to
    it, one side. `tellings` has the columns of fct_observation_tellings, the value, and whether the figure has a place and a reporter. -#}
{% macro countable_tellings(tellings) -%}
ordered as (
    select
        *,
        min(telling_order) over (partition by total_key) as best_order
    from {{ tellings }}
),

-- whose figure is the whole of the day
wholes as (
    select
        *,
        min(case when telling_order = best_order and not is_of_place then telling_order end) over (partition by day_key) as whole_order
    from ordered
),

sums_of_wholes as (
    select
        *,
        sum(case when telling_order = whole_order and not is_of_place then cast(value as decimal(28, 6)) end) over (partition by day_key)
            as whole_sum,
        bool_or(telling_order = whole_order and not is_of_place and has_place) over (partition by day_key) as is_whole_divided,
        -- what its document tells beside it is none of it
        is_of_place and whole_order is not null and not bool_or(telling_order = whole_order) over (partition by figure_key) as is_of_others
    from wholes
),

best_tellings as (
    select *
    from sums_of_wholes
    where telling_order = best_order
    qualify telling_order = min(telling_order) over (partition by figure_key)
),

beside_wholes as (
    select
        *,
        -- an article's figure of a place says nothing against a bulletin's whole, nor an article's whole against a bulletin's places
        is_of_others and left(telling_order, 1) > left(whole_order, 1) as is_weaker,
        bool_or(is_of_others and left(telling_order, 1) < left(whole_order, 1)) over (partition by day_key) as is_whole_weaker,
        sum(case when is_of_others and left(telling_order, 1) <= left(whole_order, 1) then cast(value as decimal(28, 6)) end)
            over (partition by day_key) as sum_of_others,
        -- a headline's four, and in the text one here and three there
        coalesce(
            sum(case when is_of_place and telling_order = whole_order then cast(value as decimal(28, 6)) end) over (partition by day_key) = whole_sum
            and count(case when is_of_place and telling_order = whole_order then 1 end) over (partition by day_key) >= 2
            and whole_sum >= 3
            and not is_whole_divided,
            false
        ) as is_whole_divided_beside
    from best_tellings
),

-- the side that counts more, of equal ones the one that tells the places; of two figures that nobody is named for, only equal ones are one
countable as (
    select observation_id
    from beside_wholes
    where
        case
            when is_whole_divided_beside and not is_of_place then false
            when not has_reporter and sum_of_others is distinct from whole_sum then true
            when is_weaker then false
            when sum_of_others is null then true
            when is_whole_weaker or sum_of_others > whole_sum or (sum_of_others = whole_sum and not is_whole_divided) then is_of_place
            else not is_of_others
        end
)
{%- endmacro %}

{#- A table macro that the published file takes along: fct_observations as they were on a day. The
    names in it are bound when it is called, so that the file must be the current database. -#}
{% macro create_observations_as_known() -%}
create or replace macro marts.observations_as_known(known_on) as table
with

-- of a file that changed twice the second text replaced the first, and the third the second
versions as (
    select
        * exclude (superseded_by_document_id),
        case
            when supersession_basis = 'file changed'
                then
                    lead(document_id, 1, superseded_by_document_id) over (
                        partition by superseded_by_document_id, supersession_basis order by loaded_at, document_id
                    )
            else superseded_by_document_id
        end as superseded_by_document_id
    from marts.dim_document
),

available as (
    select
        documents.document_id,
        documents.is_current,
        documents.superseded_by_document_id,
        documents.duplicate_of_document_id,
        -- a file changed in place has its own date no longer: the load that brought it tells the day
        case
            when replaced.document_id is not null
                then greatest(coalesce(documents.issued_date, cast(documents.loaded_at as date)), cast(documents.loaded_at as date))
            else coalesce(documents.issued_date, cast(documents.loaded_at as date))
        end as available_from
    from versions as documents
    left join (
        select distinct superseded_by_document_id as document_id
        from versions
        where supersession_basis = 'file changed'
    ) as replaced on documents.document_id = replaced.document_id
),

published as (
    select
        available.*,
        available.is_current or coalesce(later.available_from > known_on, false) as is_in_force
    from available
    left join available as later on available.superseded_by_document_id = later.document_id
    where available.available_from <= known_on
),

numbered as (
    select
        document_id,
        is_in_force,
        -- of a text and its copies one is summed: the original, or what was there before it; where the
        -- original was corrected, none is
        row_number() over (
            partition by coalesce(duplicate_of_document_id, document_id)
            order by duplicate_of_document_id is not null, available_from, document_id
        ) as copy_number
    from published
    where is_in_force or duplicate_of_document_id is null
),

in_force as (
    select
        document_id,
        copy_number
    from numbered
    where is_in_force
),

tellings as (
    select
        tellings.*,
        observations.value,
        observations.location_id is not null as has_place,
        observations.reported_by_actor_id is not null as has_reporter
    from marts.fct_observation_tellings as tellings
    inner join marts.fct_observations as observations on tellings.observation_id = observations.observation_id
    inner join in_force on observations.document_id = in_force.document_id
    where in_force.copy_number = 1
),

{{ countable_tellings("tellings") }}

select
    observations.* replace (
        true as is_current,
        countable.observation_id is not null as is_countable
    )
from marts.fct_observations as observations
inner join in_force on observations.document_id = in_force.document_id
left join countable on observations.observation_id = countable.observation_id
{%- endmacro %}

{#- Each three words of a sentence in a row as a hash: what two texts share of one wording. Marks
    that an outlet sets its own way, and case, are left out. -#}
{% macro word_triples(sentence_text) -%}
    list_transform(
        list_transform(
            [string_split(translate(lower({{ sentence_text }}), '.,;:!?()[]"“”„«»''’‘`', ''), ' ')],
            lambda words: list_zip(words, words[2:], words[3:])
        )[1],
        lambda triple: hash(triple)
    )
{%- endmacro %}

{#- What the text of another day alters in a sentence: a figure or a day of the week. -#}
{% macro figure_or_weekday() -%}
    {%- set figure = "[0-9](?:[0-9.,\\s]*[0-9])?" -%}
    {%- set weekday = "\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b" -%}
    {%- set russian_weekday = "во? (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)" -%}
    {{- figure ~ "|" ~ weekday ~ "|" ~ russian_weekday -}}
{%- endmacro %}

{#- A sentence as it is compared with that of another day: without its dateline, and with no mark in a figure. -#}
{% macro sentence_wording(sentence_text) -%}
    regexp_replace(lower({{ without_dateline(sentence_text) }}), '([0-9])[,\s]([0-9])', '\1\2', 'g')
{%- endmacro %}

{#- And without what that one alters. -#}
{% macro sentence_frame(sentence_text) -%}
    regexp_replace({{ sentence_wording(sentence_text) }}, '{{ figure_or_weekday() }}', '#', 'g')
{%- endmacro %}

{#- Of nearly the same words the one with more figures is the original, then the bulletin, then the one that was out first. -#}
{% macro better_original_first(texts) -%}
    {{ texts }}.figure_count desc, {{ texts }}.document_kind desc, {{ texts }}.published_date asc nulls last, {{ texts }}.char_count desc, {{ texts }}.document_id asc
{%- endmacro %}

{#- After more than this a daily series has no rows until it is told of again, and of several that count from different days none
    takes what is told so long before or after its totals: rows grow with what is told, not with the years between nor with the
    number of such series. Monthly bulletins still fill every day. -#}
{% macro longest_silence_days() -%}
    31
{%- endmacro %}

{#- The first day whose figures go with a total that is not its teller's only one, and the day after the last: the days around it, and
    all to the next one that is near. -#}
{% macro first_day_of_total() -%}
    {%- set days = longest_silence_days() | int -%}
    case when date_day - previous_day <= {{ 3 * days }} then date_day else date_day - {{ days }} end
{%- endmacro %}

{% macro end_of_total() -%}
    {%- set days = longest_silence_days() | int -%}
    case when next_day - date_day <= {{ 3 * days }} then next_day else date_day + {{ days + 1 }} end
{%- endmacro %}

{#- The numbers of the spans in which a range of days lies, one a row. -#}
{% macro spans_between(first_day, last_day) -%}
    cast(unnest(range({{ span_of(first_day) }}, {{ span_of(last_day) }} + 1)) as integer)
{%- endmacro %}

{#- A number for each 32 days, so that a day and the next one told of it, if there is one, are in the same or in adjoining ones. -#}
{% macro span_of(day) -%}
    cast(({{ day }} - date '2000-01-01') // {{ longest_silence_days() | int + 1 }} as integer)
{%- endmacro %}

{#- Whether a figure is so many a day, week, month or year: the words stand just behind it. "Five million a year ago" is none. -#}
{% macro is_told_as_a_rate(observations) -%}
    {%- set text_behind = "substring(" ~ observations ~ ".quote, " ~ observations ~ ".figure_end - " ~ observations ~ ".char_start + 1, 48)" -%}
    {%- set words = "(?i)^(?:[ -][\\p{L}]+){0,3} " -%}
    {%- set english = "(?:a|per|each|every) (?:day|week|month|year)|daily|weekly|monthly|yearly|annually" -%}
    {#- A Russian word has no end that `\b` would know. -#}
    {%- set russian = "в (?:день|сутки|неделю|месяц|год)|ежедневно|еженедельно|ежемесячно|ежегодно" -%}
    regexp_matches({{ text_behind }}, '{{ words }}(?:{{ english }}|{{ russian }})(?:[^\p{L}]|$)')
    and not regexp_matches({{ text_behind }}, '{{ words }}a (?:day|week|month|year) (?:ago|earlier|before|later|after)\b')
{%- endmacro %}
