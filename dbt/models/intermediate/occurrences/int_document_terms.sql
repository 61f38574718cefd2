{{ config(materialized='kept', kept_by='document_id', touched='int_touched_documents', remembered=true) }}
{%- set permutations = [
    (1102577251, 271828183), (1500450271, 314159265), (1299709099, 141421356), (982451653, 173205081), (1645333507, 223606798),
    (1190494759, 244948974), (1999999973, 264575131), (1020302031, 331662479), (1388888867, 360555127), (1777777777, 412310563),
    (1234567891, 435889894), (1600000009, 479583152),
] -%}
{#- Names in the order of the text of which two documents of one story share two. -#}
{%- set leading = 5 -%}
{%- set least_numbers = [] -%}
{%- for factor, shift in permutations -%}
{%- do least_numbers.append("min((term_number * " ~ factor ~ " + " ~ shift ~ ") % 2147483647) as least_" ~ loop.index0) -%}
{%- endfor -%}

with

documents as (
    select
        stg_documents.document_id,
        stg_documents.document_kind,
        dates.published_date
    from {{ ref('stg_documents') }} as stg_documents
    left join {{ ref('int_recorded_document_dates') }} as dates on stg_documents.document_id = dates.document_id
    where {{ is_touched('stg_documents.document_id', 'int_touched_documents') }}
),

mentions as (
    select
        document_id,
        'actor ' || actor_id as term,
        min(char_start) as first_start
    from {{ ref('int_recorded_actor_mentions') }}
    where actor_id <> 'syr' and {{ is_touched('document_id', 'int_touched_documents') }}
    group by document_id, actor_id
    union all
    select
        document_id,
        'place ' || location_id as term,
        min(char_start) as first_start
    from {{ ref('int_recorded_place_mentions') }}
    where location_id <> 'SYR' and {{ is_touched('document_id', 'int_touched_documents') }}
    group by document_id, location_id
),

terms as (
    select
        document_id,
        list(term order by term) as terms
    from mentions
    group by document_id
),

-- a term of many documents is numbered once
term_numbers as (
    select
        term,
        cast(md5_number_lower(term) % 2147483647 as ubigint) as term_number
    from mentions
    group by term
),

numbered as (
    select
        mentions.document_id,
        term_numbers.term_number
    from mentions
    inner join term_numbers on mentions.term = term_numbers.term
),

-- MinHash: two documents share the least of a permutation of their terms as often as they share terms
signatures as (
    select
        document_id,
        {{ least_numbers | join(',\n        ') }}
    from numbered
    group by document_id
),

bands as (
    select
        documents.document_id,
        documents.published_date,
        unnest([
            {% for band in range(6) -%}
            concat_ws(' ', {{ band }}, least_{{ 2 * band }}, least_{{ 2 * band + 1 }}){{ "," if not loop.last }}
            {% endfor %}
        ]) as band
    from signatures
    inner join documents on signatures.document_id = documents.document_id
    where documents.published_date is not null
),

-- what a story is about its documents name first, whatever else each names besides: two of those names
leads as (
    select
        document_id,
        term,
        row_number() over (partition by document_id order by first_start, term) as nth
    from mentions
    qualify nth <= {{ leading }}
),

lead_pairs as (
    select
        documents.document_id,
        documents.published_date,
        concat_ws(' ', 'lead', least(one.term, other.term), greatest(one.term, other.term)) as band
    from leads as one
    inner join leads as other on one.document_id = other.document_id and one.nth < other.nth
    inner join documents on one.document_id = documents.document_id
    where documents.published_date is not null
),

all_bands as (
    select * from bands
    union all
    select * from lead_pairs
),

-- a document of a week meets those of the next
keys as (
    select
        document_id,
        band || ' ' || cast(unnest([date_trunc('week', published_date), date_trunc('week', published_date) + interval 7 day]) as varchar)
            as block_key
    from all_bands
),

listed as (
    select
        document_id,
        list(block_key order by block_key) as block_keys
    from keys
    group by document_id
),

final as (
    select
        documents.document_id,
        documents.document_kind,
        documents.published_date,
        terms.terms,
        listed.block_keys
    from documents
    inner join terms on documents.document_id = terms.document_id
    inner join listed on documents.document_id = listed.document_id
)

select * from final
