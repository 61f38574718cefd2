with

all_tokens as (
    select * from {{ ref('int_tokens') }}
),

nouns as (
    select * from {{ ref('int_term_mentions') }}
    where term_kind = 'noun'
),

tokens as materialized (
    {{ tokens_at('all_tokens', 'nouns', ['token_end', 'token_end + 1', 'token_end + 2', 'token_end + 3', 'token_end + 4']) }}
),

-- "500 children's coats": the coats are counted
possessives as (
    select
        sentence_id,
        token_number
    from tokens
    where {{ is_possessive('token') }}
),

-- "40 explosive ordnance (EO)-related accidents": the accidents are
attributes as (
    select distinct
        nouns.sentence_id,
        nouns.token_start
    from nouns
    inner join tokens
        on nouns.sentence_id = tokens.sentence_id and tokens.token_number between nouns.token_end + 1 and nouns.token_end + 4
    where
        nouns.term_class in ('explosive', 'ordnance')
        and tokens.token_key in ('related', 'contaminated', 'affected')
        -- "1,200 mines were lifted and 40 contaminated areas surveyed"
        and not exists (
            select 1 from tokens as joints
            where
                joints.sentence_id = nouns.sentence_id
                and joints.token_number between nouns.token_end + 1 and tokens.token_number - 1
                and (joints.token_key in ('and', ',', ';') or regexp_matches(joints.token_key, '^\d'))
        )
),

-- "1,000 school backpacks": the backpacks are counted
compounds as (
    select distinct
        nouns.sentence_id,
        nouns.token_start
    from nouns
    inner join nouns as heads on nouns.sentence_id = heads.sentence_id and nouns.token_end = heads.token_start - 1
    where
        nouns.term_class in ('school', 'medical_facility', 'house', 'road', 'settlement', 'location', 'bakery', 'bridge')
        and heads.term_class in ('goods', 'package', 'truck', 'staff', 'people', 'child')
        and regexp_matches(nouns.term_key, '^[a-z ]+[^s]$')
),

groups as (
    select * from nouns
    where term_class in ('woman', 'child', 'man', 'elderly')
),

-- "802,000 women, children and men" are people
mixed as (
    select distinct
        groups.sentence_id,
        groups.token_start
    from groups
    inner join groups as others
        on groups.sentence_id = others.sentence_id and groups.token_end = others.token_start - 2 and groups.term_class <> others.term_class
    inner join tokens as joints on groups.sentence_id = joints.sentence_id and groups.token_end = joints.token_number - 1
    where joints.token_key in (',', 'and', 'и')
),

final as (
    select
        nouns.* replace (
            case when mixed.token_start is not null then 'people' else nouns.term_class end as term_class
        )
    from nouns
    left join mixed
        on nouns.sentence_id = mixed.sentence_id and nouns.token_start = mixed.token_start
    anti join possessives
        on nouns.sentence_id = possessives.sentence_id and nouns.token_end = possessives.token_number
    anti join attributes
        on nouns.sentence_id = attributes.sentence_id and nouns.token_start = attributes.token_start
    anti join compounds
        on nouns.sentence_id = compounds.sentence_id and nouns.token_start = compounds.token_start
)

select * from final
