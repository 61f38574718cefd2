with

-- acts that are told by their number, not singly
counted as (
    select
        mention_id,
        sentence_id,
        token_start
    from {{ ref('int_event_candidates') }}
    where
        event_type = 'ASSAULT'
        and trigger_kind = 'noun'
        and (
            regexp_matches(trigger_id, '^assault-(?:(?:cases|incidents|facts)-of-|(?:ceasefire-)?(?:violations?|breaches)-noun)')
            or regexp_matches(trigger_id, '^assault-(?:случаи-|нарушени[йя]-|обстрела?-)')
        )
),

verbs as (
    select
        tokens.sentence_id,
        tokens.token_number
    from {{ ref('int_tokens') }} as tokens
    semi join counted on tokens.sentence_id = counted.sentence_id
    where tokens.token_key in {{ verbs_of_counting() }}
),

-- "12 cases were recorded by the Turkish party", "the Turkish party recorded 12 cases": the verb stands between
final as (
    select distinct
        actors.mention_id,
        actors.actor_id
    from {{ ref('int_clause_actors') }} as actors
    inner join counted on actors.mention_id = counted.mention_id
    inner join verbs
        on
            counted.sentence_id = verbs.sentence_id
            and verbs.token_number > least(actors.token_start, counted.token_start)
            and verbs.token_number < greatest(actors.token_start, counted.token_start)
    where actors.role = 'source'
)

select * from final
