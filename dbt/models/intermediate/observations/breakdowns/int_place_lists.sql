with

places as (
    select
        sentence_id,
        token_start,
        token_end,
        location_id,
        lag(token_end) over (partition by sentence_id order by token_start, token_end) as end_before
    from {{ ref('int_place_mentions') }}
    where location_id <> 'SYR'
),

tokens as (
    select
        sentence_id,
        token_number,
        token_key
    from {{ ref('int_tokens') }}
),

-- what stands between two names of one list
between_tokens as (
    select
        places.sentence_id,
        places.token_start,
        bool_and(tokens.token_key in (
            ',', ';', 'and', 'or', 'as', 'well', 'in', 'the', 'to', 'from', 'of', 'both', 'province', 'provinces', 'governorate',
            'governorates', 'cities', 'towns', 'и', 'в', 'провинц', 'из'
        )) as is_joint
    from places
    inner join tokens
        on
            places.sentence_id = tokens.sentence_id
            and tokens.token_number between places.end_before + 1 and places.token_start - 1
    where places.token_start - places.end_before <= 6
    group by places.sentence_id, places.token_start
),

numbered as (
    select
        places.*,
        sum(case when between_tokens.is_joint then 0 else 1 end) over (
            partition by places.sentence_id
            order by places.token_start, places.token_end
        ) as list_number
    from places
    left join between_tokens
        on places.sentence_id = between_tokens.sentence_id and places.token_start = between_tokens.token_start
),

final as (
    select
        sentence_id,
        token_start,
        token_end,
        location_id,
        min(token_start) over in_list as list_start,
        cast(row_number() over (partition by sentence_id, list_number order by token_start, token_end) as integer) as list_position,
        cast(count(*) over in_list as integer) as list_size
    from numbered
    window in_list as (partition by sentence_id, list_number)
)

select * from final
