with

figures as (
    select * from {{ ref('int_figures') }}
    where currency is not null
),

cues as (
    select
        sentence_id,
        term_class = 'in_hand' as is_payment,
        token_start,
        token_end
    from {{ ref('int_term_mentions') }}
    where term_kind = 'cue' and term_class in ('in_hand', 'pledge', 'need', 'ask', 'damage', 'cost')
),

tokens as (
    select * from {{ ref('int_tokens') }}
),

-- "donors had disbursed €2.1 billion"; "$8.2 million had been received"
reached as (
    select
        figures.sentence_id,
        figures.mention_id,
        figures.token_start,
        figures.unit_end,
        least(cues.token_start, figures.token_start) as from_token,
        greatest(cues.token_end, figures.unit_end) as to_token
    from figures
    inner join cues on figures.sentence_id = cues.sentence_id
    where
        cues.is_payment
        and (
            cues.token_end between figures.token_start - 3 and figures.token_start - 1
            or cues.token_start between figures.unit_end + 1 and figures.unit_end + 4
        )
),

paid as (
    select distinct reached.mention_id
    from reached
    left join cues as others
        on
            reached.sentence_id = others.sentence_id
            and not others.is_payment
            and others.token_start between reached.from_token and reached.to_token
    -- "received pledges of $5 million"; "$8 million was received, $5 million pledged"
    left join figures as nearer
        on
            reached.sentence_id = nearer.sentence_id
            and reached.mention_id <> nearer.mention_id
            and nearer.token_start between reached.from_token and reached.to_token
    where others.sentence_id is null and nearer.sentence_id is null
),

-- "Lebanon received €640 million, Turkey €520 million and Jordan €410 million": what is said of the first holds for those behind it
followers as (
    select
        figures.mention_id,
        figures.sentence_id,
        figures.token_start,
        figures.unit_end,
        lag(figures.unit_end) over (partition by figures.sentence_id order by figures.token_start) as unit_end_before
    from figures
),

continued as (
    select distinct followers.mention_id
    from followers
    inner join tokens as joints
        on
            followers.sentence_id = joints.sentence_id
            and joints.token_number between followers.unit_end_before + 1 and followers.token_start - 1
            and joints.token_key in ('and', ',', 'и')
    left join cues
        on
            followers.sentence_id = cues.sentence_id
            and cues.token_start between followers.unit_end_before + 1 and followers.unit_end + 3
    where followers.token_start - followers.unit_end_before <= 6 and cues.sentence_id is null
),

numbered as (
    select
        followers.mention_id,
        followers.sentence_id,
        followers.token_start,
        paid.mention_id is not null as is_paid,
        sum(cast(continued.mention_id is null as integer)) over (
            partition by followers.sentence_id order by followers.token_start
        ) as list_number
    from followers
    left join paid on followers.mention_id = paid.mention_id
    left join continued on followers.mention_id = continued.mention_id
),

first_paid as (
    select
        sentence_id,
        list_number,
        min(token_start) as token_start
    from numbered
    where is_paid
    group by sentence_id, list_number
),

final as (
    select
        numbered.mention_id,
        'near:in_hand' as cue
    from numbered
    inner join first_paid
        on
            numbered.sentence_id = first_paid.sentence_id
            and numbered.list_number = first_paid.list_number
            and numbered.token_start >= first_paid.token_start
)

select * from final
