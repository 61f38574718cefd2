with

hits as (
    select * from {{ ref('int_actor_hits') }}
    where not is_nested
),

offices as (
    select * from hits
    where role_key is not null
),

holders as (
    select * from {{ ref('int_office_holders') }}
),

actors as (
    select * from {{ ref('actors') }}
),

roles as (
    select * from {{ ref('actor_roles') }}
),

all_tokens as (
    select
        sentence_id,
        token_number,
        token_key
    from {{ ref('int_tokens') }}
),

tokens as materialized (
    {{ tokens_at('all_tokens', 'offices', ['token_start - 1', 'token_start - 2', 'token_end + 1', 'token_end + 2']) }}
),

-- "Putin, the Turkish president and Rouhani met": the office of another state, which he never held, and more of the list behind it
final as (
    select distinct
        offices.sentence_id,
        offices.token_start
    from offices
    inner join tokens as before_it
        on offices.sentence_id = before_it.sentence_id and offices.token_start - 1 = before_it.token_number
    left join tokens as second_before
        on offices.sentence_id = second_before.sentence_id and offices.token_start - 2 = second_before.token_number
    inner join tokens as after_it
        on offices.sentence_id = after_it.sentence_id and offices.token_end + 1 = after_it.token_number
    left join tokens as second_after
        on offices.sentence_id = second_after.sentence_id and offices.token_end + 2 = second_after.token_number
    inner join hits as people
        on
            offices.sentence_id = people.sentence_id
            and people.token_end + if(before_it.token_key = 'the', 3, 2) = offices.token_start
            and people.role_key is null
    inner join actors as persons on people.actor_id = persons.actor_id and persons.actor_type = 'person'
    inner join holders on offices.sentence_id = holders.sentence_id and offices.token_start = holders.token_start
    inner join actors as holding on holders.actor_id = holding.actor_id and persons.country_iso3 <> holding.country_iso3
    anti join roles on offices.role_key = roles.role_key and people.actor_id = roles.actor_id
    where
        if(before_it.token_key = 'the', second_before.token_key, before_it.token_key) = ','
        and (
            after_it.token_key in ('and', 'и')
            or after_it.token_key = ',' and second_after.token_key in ('and', 'и')
        )
)

select * from final
