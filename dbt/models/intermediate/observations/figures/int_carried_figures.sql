with

figures as (
    select * from {{ ref('int_figures') }}
),

-- "147 people were taken out. Since 11 March the figure stands at 283": what the last sentence counted first
counting_words as (
    select
        sentence_id,
        min(token_number) as token_number
    from (
        select
            sentence_id,
            token_number,
            token_key,
            lead(token_key) over (partition by sentence_id order by token_number) as next_key,
            lead(token_key, 2) over (partition by sentence_id order by token_number) as second_key
        from {{ ref('int_tokens') }}
        where
            sentence_id in (
                select figures.sentence_id
                from figures
                where figures.figure_number = 1 and figures.is_bare
            )
    ) as words
    where
        token_key in ({{ words("words_of_count") }})
        -- "the toll stands at 340. With the dead of Hama it has passed 500"
        or (
            token_key = 'it'
            and next_key in ('has', 'had')
            and second_key in ('passed', 'reached', 'risen', 'topped', 'exceeded', 'surpassed', 'climbed', 'grown', 'fallen')
        )
    group by sentence_id
),

tolls as (
    select distinct sentence_id
    from {{ ref('int_term_mentions') }}
    where term_class = 'kill' and contains(term_key, 'toll')
),

first_counted as (
    select
        document_id,
        line_number,
        sentence_number,
        arg_min(mention_id, token_start) as mention_id
    from figures
    where depth = 0 and (not is_bare or noun_before_class = 'death' or sentence_id in (select tolls.sentence_id from tolls))
    group by document_id, line_number, sentence_number
),

-- "24 billion riyals ($6.4 billion)": one sum in two currencies
conversions as (
    select
        figures.mention_id,
        sums.mention_id as head_mention_id,
        'carried' as relation
    from figures
    inner join figures as sums
        on figures.sentence_id = sums.sentence_id and figures.figure_number = sums.figure_number + 1
    where
        figures.currency <> sums.currency
        and figures.depth = sums.depth + 1
        and figures.bracket_start between sums.token_end + 1 and sums.token_end + 4
),

carried as (
    select
        figures.mention_id,
        first_counted.mention_id as head_mention_id,
        'carried' as relation
    from figures
    inner join counting_words
        on figures.sentence_id = counting_words.sentence_id and figures.token_start > counting_words.token_number
    inner join first_counted
        on
            figures.document_id = first_counted.document_id
            and figures.line_number = first_counted.line_number
            and figures.sentence_number = first_counted.sentence_number + 1
    where
        figures.figure_number = 1
        and figures.is_bare
        and figures.number_kind <> 'zero'
        and figures.depth = 0
        and coalesce(figures.noun_before_class, 'country') = 'country'
        and figures.stop_token = figures.unit_end + 1
),

-- "27 people were killed on Monday, bringing the total to 340": what was counted is counted up
bringing as (
    select
        sentence_id,
        token_number
    from {{ ref('int_tokens') }}
    where
        token_key in ({{ words("verbs_of_adding_up") }})
        and sentence_id in (
            select figures.sentence_id
            from figures
            where figures.figure_number > 1 and figures.is_bare
        )
),

brought as (
    select
        figures.mention_id,
        counted.mention_id as head_mention_id,
        'carried' as relation
    from figures
    inner join bringing
        on figures.sentence_id = bringing.sentence_id and bringing.token_number between figures.token_start - 7 and figures.token_start - 2
    inner join figures as counted
        on figures.sentence_id = counted.sentence_id and not counted.is_bare and bringing.token_number > counted.token_start
    where
        figures.is_bare
        and figures.number_kind <> 'zero'
        and figures.depth = 0
        and counted.depth = 0
        and figures.key_before in ('to', 'до', 'more', 'least', 'about', 'some', 'nearly', 'over', 'almost', 'around')
        and (figures.stop_token is null or figures.stop_token = figures.unit_end + 1)
        and coalesce(figures.value, figures.value_high) >= coalesce(counted.value, counted.value_low)
    qualify row_number() over (partition by figures.mention_id order by counted.figure_number) = 1
),

by_words as (
    select
        sentence_id,
        token_number
    from {{ ref('int_tokens') }}
    where
        token_key = 'by'
        and sentence_id in (
            select figures.sentence_id
            from figures
            where figures.figure_number > 1 and figures.is_bare
        )
),

-- "six breaches by jets, four by drones", "11 attacks, seven by the army and four by others": the noun is said once
by_others as (
    select
        figures.mention_id,
        counted.mention_id as head_mention_id,
        case when own_by.token_number is null then 'breakdown' else 'sibling' end as relation
    from figures
    inner join by_words on figures.sentence_id = by_words.sentence_id and figures.unit_end = by_words.token_number - 1
    inner join figures as counted
        on
            figures.sentence_id = counted.sentence_id
            and figures.figure_number > counted.figure_number
            and not counted.is_bare
            and counted.unit is null
            and counted.currency is null
            and counted.depth = 0
    left join by_words as own_by
        on counted.sentence_id = own_by.sentence_id and coalesce(counted.noun_end, counted.unit_end) = own_by.token_number - 1
    where
        figures.is_bare
        and figures.depth = 0
        and figures.number_kind <> 'zero'
        and figures.key_before in (',', ';', 'and')
        and (own_by.token_number is not null or figures.value < counted.value)
    qualify row_number() over (partition by figures.mention_id order by counted.figure_number desc) = 1
),

state_words as (
    select
        states.sentence_id,
        states.token_number,
        before.token_key as key_before
    from {{ ref('int_tokens') }} as states
    left join {{ ref('int_tokens') }} as before on states.sentence_id = before.sentence_id and states.token_number - 1 = before.token_number
    where
        states.token_key in ('росс', 'турц', 'russia', 'turkey', 'turkiye')
        and states.sentence_id in (
            select figures.sentence_id
            from figures
            where figures.figure_number > 1 and figures.is_bare and figures.document_kind = 'bulletin'
        )
),

-- "семь нарушений зафиксировала за сутки Россия, Турция — ни одного", "у России 11 нарушений, у Турции четыре": the noun is said once
by_states as (
    select
        figures.mention_id,
        counted.mention_id as head_mention_id,
        'sibling' as relation
    from figures
    inner join state_words
        on
            figures.sentence_id = state_words.sentence_id
            and (
                state_words.token_number = figures.token_start - 2 and figures.key_before in ('–', '—', '-', ':')
                or state_words.token_number = figures.token_start - 1 and state_words.key_before = 'у'
            )
    inner join figures as counted
        on
            figures.sentence_id = counted.sentence_id
            and figures.figure_number > counted.figure_number
            and not counted.is_bare
            and counted.noun_after_class in ('violation', 'case')
            and counted.depth = 0
    where figures.is_bare and figures.depth = 0 and figures.document_kind = 'bulletin'
    qualify row_number() over (partition by figures.mention_id order by counted.figure_number desc) = 1
),

final as (
    select * from carried
    union all
    select conversions.*
    from conversions
    anti join carried on conversions.mention_id = carried.mention_id
    union all
    select brought.*
    from brought
    anti join carried on brought.mention_id = carried.mention_id
    union all
    select by_others.*
    from by_others
    anti join carried on by_others.mention_id = carried.mention_id
    anti join conversions on by_others.mention_id = conversions.mention_id
    anti join brought on by_others.mention_id = brought.mention_id
    union all
    select by_states.*
    from by_states
    anti join carried on by_states.mention_id = carried.mention_id
)

select * from final
