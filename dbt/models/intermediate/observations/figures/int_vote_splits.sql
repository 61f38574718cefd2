with

figures as (
    select
        mention_id,
        sentence_id,
        figure_number,
        token_start,
        unit_end
    from {{ ref('int_figures') }}
    where is_bare and number_kind <> 'words' and unit is null and depth = 0
),

tokens as (
    select
        sentence_id,
        token_number,
        token_key
    from {{ ref('int_tokens') }}
    where token_key in ('to', '-', '–', '—', {{ words("verbs_of_voting") }})
),

-- "voted 310 to 112", "by a vote of 77-23"
splits as (
    select
        figures.mention_id,
        others.mention_id as other_mention_id
    from figures
    inner join figures as others on figures.sentence_id = others.sentence_id and figures.figure_number = others.figure_number - 1
    left join tokens as joint
        on
            figures.sentence_id = joint.sentence_id
            and figures.unit_end = joint.token_number - 1
            and joint.token_key in ('to', '-', '–', '—')
    where
        others.token_start between figures.unit_end + 1 and figures.unit_end + 2
        and (others.token_start = figures.unit_end + 1 or joint.token_number is not null)
        and exists (
            select 1 from tokens as verbs
            where
                verbs.sentence_id = figures.sentence_id
                and verbs.token_number between figures.token_start - 6 and figures.token_start - 1
                and verbs.token_key in ({{ words("verbs_of_voting") }})
        )
),

final as (
    select mention_id from splits
    union
    select other_mention_id as mention_id from splits
)

select * from final
