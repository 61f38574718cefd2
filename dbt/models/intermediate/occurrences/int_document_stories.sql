{%- set permutations = [
    (1102577251, 271828183), (1500450271, 314159265), (1299709099, 141421356), (982451653, 173205081), (1645333507, 223606798),
    (1190494759, 244948974), (1999999973, 264575131), (1020302031, 331662479), (1388888867, 360555127), (1777777777, 412310563),
    (1234567891, 435889894), (1600000009, 479583152),
] -%}
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
),

mentions as (
    select distinct
        document_id,
        'actor ' || actor_id as term
    from {{ ref('int_recorded_actor_mentions') }}
    where actor_id <> 'syr'
    union
    select distinct
        document_id,
        'place ' || location_id as term
    from {{ ref('int_recorded_place_mentions') }}
    where location_id <> 'SYR'
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
        signatures.document_id,
        documents.document_kind,
        documents.published_date,
        unnest([
            {% for band in range(6) -%}
            concat_ws(' ', {{ band }}, least_{{ 2 * band }}, least_{{ 2 * band + 1 }}){{ "," if not loop.last }}
            {% endfor %}
        ]) as band
    from signatures
    inner join documents on signatures.document_id = documents.document_id
),

-- a document of a week meets those of the next
keys as (
    select
        document_id,
        band || ' ' || cast(unnest([date_trunc('week', published_date), date_trunc('week', published_date) + interval 7 day]) as varchar)
            as block_key
    from bands
    where published_date is not null
),

candidates as (
    {{ block_neighbours('keys', 'document_id', 'document_id', 8) }}
),

compared as (
    select
        candidates.id as document_id,
        candidates.other_id as other_document_id,
        len(list_intersect(one_terms.terms, other_terms.terms)) as shared_terms,
        least(len(one_terms.terms), len(other_terms.terms)) as fewest_terms
    from candidates
    inner join terms as one_terms on candidates.id = one_terms.document_id
    inner join terms as other_terms on candidates.other_id = other_terms.document_id
    inner join documents as one on candidates.id = one.document_id
    inner join documents as other on candidates.other_id = other.document_id
    where
        abs(one.published_date - other.published_date) <= 3
        -- bulletins of two days name the same places and actors and tell other days
        and (one.document_kind = 'article' and other.document_kind = 'article' or one.published_date = other.published_date)
),

final as (
    select
        document_id,
        other_document_id,
        cast(shared_terms as integer) as shared_terms,
        cast(shared_terms / fewest_terms as double) as share
    from compared
    where shared_terms >= 4 and shared_terms >= 0.45 * fewest_terms
)

select * from final
