{#- A month that lies well ahead, told of as past. -#}
{%- set is_over -%}
    coalesce(dates.date_start > document_dates.published_date + 31, false)
    and dates.date_precision in ('day', 'month')
    and (candidates.modality = 'happened' or candidates.is_passive and candidates.modality <> 'planned')
    and not candidates.event_type = 'REQUEST'
    and not dates.has_year
    and not dates.is_relative
{%- endset %}
{#- A month or a day already over, told of as still to come: "will meet in May" means the next May. -#}
{%- set is_to_come -%}
    coalesce(dates.date_end < document_dates.published_date, false)
    and candidates.modality = 'planned'
    and dates.date_precision in ('day', 'month')
    and dates.expression_kind not in ('weekday')
    and not dates.has_year
    and not dates.is_relative
{%- endset %}
{%- set years -%}
case when {{ is_over }} then -1 when {{ is_to_come }} then 1 else 0 end
{%- endset %}
with

-- "two attacks in 2014 and an attack on the town in 2017": of several nouns each has what stands behind it
candidates as (
    select
        *,
        case when telling = 'bare' then lag(token_end) over nouns end as noun_before,
        case when telling = 'bare' then lead(token_start) over nouns end as noun_after
    from {{ ref('int_event_candidates') }}
    window nouns as (partition by sentence_id, clause_number, telling, event_type order by token_start)
),

clauses as (
    select * from {{ ref('int_clauses') }}
),

tokens as not materialized (
    select * from {{ ref('int_clause_tokens') }}
),

reported as (
    select * from {{ ref('int_event_reports') }}
),

document_dates as (
    select
        document_id,
        published_date
    from {{ ref('int_document_dates') }}
),

dated as (
    select * from {{ ref('int_date_mentions') }}
    where not is_document_date
),

near_tokens as materialized (
    {{ tokens_at('tokens', 'dated', ['token_start', 'token_start - 1', 'token_start - 2', 'token_start - 3', 'token_start - 4']) }}
),

nouns as (
    select
        sentence_id,
        token_end,
        min(event_type) as event_type
    from {{ ref('int_trigger_mentions') }}
    group by sentence_id, token_end
),

dates as (
    select
        mentions.*,
        tokens.clause_number,
        tokens.verb_number,
        tokens.key_before,
        -- "the uprising in 2011": the date belongs to the noun
        case
            when list_has_any(nearest.word_classes, ['event_noun', 'dated_noun']) then mentions.token_start - 1
            when list_contains(nearest.word_classes, 'preposition') and list_has_any(second.word_classes, ['event_noun', 'agreement', 'dated_noun'])
                then mentions.token_start - 2
        end as noun_token,
        -- "by mid-October", "by the end of February", "until 30 June", "up to 13 August"
        tokens.key_before in ('by', 'к', 'until', 'till')
        or coalesce(tokens.key_before = 'the' and second.token_key in ('by', 'until', 'till') or tokens.key_before = 'to' and second.token_key = 'up', false)
            as is_deadline,
        -- "under Order 13382 of June 28, 2005": the day of the paper
        coalesce(tokens.key_before in ('of', 'dated', 'от') and second.token_kind = 'number', false) as is_of_paper,
        -- "toppled the regime in December": it may be no agreement at all
        coalesce(not list_has_any(second.word_classes, ['event_noun', 'dated_noun']), false) as may_be_no_agreement,
        coalesce(
            list_contains(nearest.word_classes, 'meeting')
            or list_contains(nearest.word_classes, 'preposition')
            and (
                list_contains(second.word_classes, 'meeting')
                -- "after their summit in Istanbul on Saturday"
                or second.is_capitalised and third.is_preposition and list_contains(fourth.word_classes, 'meeting')
            ),
            false
        ) as is_meeting
    from dated as mentions
    inner join near_tokens as tokens
        on mentions.sentence_id = tokens.sentence_id and mentions.token_start = tokens.token_number
    left join near_tokens as nearest
        on mentions.sentence_id = nearest.sentence_id and mentions.token_start - 1 = nearest.token_number
    left join near_tokens as second
        on mentions.sentence_id = second.sentence_id and mentions.token_start - 2 = second.token_number
    left join near_tokens as third
        on mentions.sentence_id = third.sentence_id and mentions.token_start - 3 = third.token_number
    left join near_tokens as fourth
        on mentions.sentence_id = fourth.sentence_id and mentions.token_start - 4 = fourth.token_number
),

final as (
    select
        candidates.mention_id,
        dates.mention_id as date_mention_id,
        dates.clause_number = candidates.clause_number
        or dates.token_end between candidates.clause_start - 4 and candidates.clause_start - 1
        or candidates.telling = 'related' and dates.clause_number = candidates.clause_number + 1
            as is_own_date,
        -- "was pledged in April": what is over lies before the day of the text
        {{ year_shifted('dates.date_start', years) }} as date_start,
        -- February has a day more in a leap year
        case
            when dates.date_precision = 'month' and dates.date_end = {{ month_end('dates.date_end') }}
                then {{ month_end(year_shifted('dates.date_end', years)) }}
            else {{ year_shifted('dates.date_end', years) }}
        end as date_end,
        dates.date_precision,
        coalesce(dates.key_before in ('of', 'dated', 'от'), false) as is_date_of_act
    from candidates
    left join document_dates on candidates.document_id = document_dates.document_id
    left join reported on candidates.mention_id = reported.mention_id
    inner join dates on candidates.sentence_id = dates.sentence_id
    left join nouns on dates.sentence_id = nouns.sentence_id and dates.noun_token = nouns.token_end
    left join clauses
        on candidates.sentence_id = clauses.sentence_id and candidates.clause_number = clauses.clause_number
    left join clauses as date_clauses
        on dates.sentence_id = date_clauses.sentence_id and dates.clause_number = date_clauses.clause_number
    where
        (
            dates.clause_number = candidates.clause_number
            -- "the visit that he paid on Wednesday"
            or candidates.telling = 'related' and dates.clause_number = candidates.clause_number + 1
            or not coalesce(list_contains(clauses.opening_classes, 'coordinator'), false)
            and (
                dates.clause_number < candidates.clause_number
                and not coalesce(list_has_any(date_clauses.opening_classes, ['relative', 'that']), false)
                or dates.token_end between candidates.clause_start - 4 and candidates.clause_start - 1
                or dates.is_meeting
                or candidates.event_type = 'AGREE' and date_clauses.opening_key = 'since'
                or not coalesce(list_has_any(date_clauses.opening_classes, ['relative', 'that', 'subordinator']), false)
            )
        )
        -- "who steps down next month, briefed them": of the verb before
        and not (
            candidates.telling = 'verb' and dates.clause_number = candidates.clause_number
            and list_contains(clauses.opening_classes, 'relative')
            and candidates.anchor_key_before = ','
            and dates.verb_number between 1 and candidates.anchor_verb_number - 1
        )
        and coalesce(dates.token_start < candidates.noun_after, true)
        and coalesce(dates.token_start not between candidates.noun_before and candidates.token_start, true)
        and not (candidates.event_type = 'ACCUSE' and dates.token_start > candidates.token_end + 6)
        and (
            reported.mention_id is null
            or dates.char_start between reported.content_start and reported.content_end
        )
        -- "a contribution for next year", "proposed to meet in May": an act of words is done by the day of the text
        and not (
            candidates.event_type in ('REQUEST', 'PROMISE', 'THREATEN', 'ACCUSE', 'REJECT', 'SUPPORT')
            and candidates.modality <> 'planned'
            and not candidates.is_passive
            and dates.token_start > candidates.token_end
            and coalesce(dates.date_start > document_dates.published_date, false)
        )
        -- "agreed to meet in May", "as both agreed, talks will be held in May": the day of what they agreed on
        and not (
            candidates.event_type = 'AGREE' and candidates.telling = 'verb' and candidates.modality = 'happened'
            and dates.token_start > candidates.token_end
            and (
                dates.clause_number > candidates.clause_number or dates.verb_number > candidates.anchor_verb_number
                or {{ is_trigger("agreeing_to", "candidates.trigger_id") }}
            )
            and coalesce(dates.date_start > document_dates.published_date, false)
        )
        and (
            candidates.event_type = 'AGREE'
            or coalesce(dates.key_before, '') not in ('since', 'until', 'till', 'с')
            -- "for the first time since December, when he resigned"
            or clauses.opening_key in ('when', 'когд') and dates.token_end between candidates.clause_start - 4 and candidates.clause_start - 1
        )
        -- "agreed to set up a zone by mid-October": a deadline
        and not (
            candidates.modality = 'happened'
            and (coalesce(dates.is_deadline, false) or coalesce(dates.key_before, '') = 'до' and candidates.event_type <> 'AGREE')
        )
        -- "the force that Turkey backs clashed there on Thursday", "held since he fell were announced on Monday": of the verb behind
        and not (
            candidates.telling = 'verb' and dates.clause_number = candidates.clause_number
            and dates.token_start > candidates.anchor_token
            and dates.verb_number > candidates.anchor_verb_number
            and (candidates.event_type = 'SUPPORT' or coalesce(clauses.opening_key, '') in ('since', 'which', 'whom'))
        )
        -- "20 raids so far this year"
        and coalesce(dates.key_before, '') <> 'far'
        and not (candidates.telling = 'verb' and dates.is_of_paper)
        -- "dismissed it, stressing that corridors had been opened on Monday": the day of what is spoken of
        and not (
            candidates.event_type in ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN')
            and candidates.telling = 'verb'
            and candidates.modality <> 'denied'
            and dates.clause_number > candidates.clause_number
            and not dates.is_meeting
        )
        and (
            dates.noun_token is null
            or dates.noun_token between candidates.token_start and candidates.token_end
            or dates.is_meeting
            or candidates.telling = 'verb' and dates.may_be_no_agreement and dates.noun_token = dates.token_start - 2 and nouns.event_type is null
            or nouns.event_type = candidates.event_type
            or dates.token_end between candidates.clause_start - 4 and candidates.clause_start - 1
            or candidates.telling = 'verb' and candidates.event_type in ('AGREE', 'CONSULT') and dates.clause_number = candidates.clause_number
        )
    qualify row_number() over (
        partition by candidates.mention_id
        order by
            dates.clause_number <> candidates.clause_number + cast(candidates.telling = 'related' as integer),
            dates.date_start is null,
            -- "at the 2025 Spring Meetings from April 21 to 26": the year is part of a name
            dates.date_precision = 'year' and coalesce(dates.key_before, '') in ('the', 'its', 'their'),
            -- "visited the camp on Monday and met him two days later"
            coalesce(
                candidates.anchor_key_before in ('and', 'but', 'then', 'и', 'а')
                and dates.token_start < candidates.anchor_token
                and dates.verb_number between 1 and candidates.anchor_verb_number - 1,
                false
            ),
            abs(dates.token_start - candidates.anchor_token),
            dates.token_start
    ) = 1
)

select * from final
