with

acts as (
    select * from {{ ref('int_event_tellings') }}
),

speech as (
    select * from {{ ref('int_speech_tellings') }}
),

own_days as (
    select * from {{ ref('int_own_days') }}
),

-- what is given or promised: another sum is another gift; how often a front was shelled
figures as (
    select
        acts.mention_id,
        list(distinct numbers.value order by numbers.value) as amounts
    from acts
    inner join {{ ref('int_number_mentions') }} as numbers
        on
            acts.sentence_id = numbers.sentence_id
            and acts.clause_char_start <= numbers.char_start
            and acts.clause_char_end >= numbers.char_end
    where
        (
            acts.event_type in ('AID', 'PROMISE') and acts.document_kind = 'article'
            or acts.event_type = 'ASSAULT' and acts.document_kind = 'bulletin'
        )
        and numbers.value is not null
    group by acts.mention_id
),

tellings as (
    select
        mention_id,
        document_id,
        document_kind,
        sentence_id,
        line_kind,
        clause_number,
        event_type,
        case when is_denied then 'denied' else modality end as modality,
        is_denied and not is_negated as is_denied_claim,
        telling,
        date_start,
        date_end,
        date_precision,
        is_own_date,
        day_told,
        location_id,
        case when not is_speakers_act and not (is_speech_act and list_contains(actor_ids, speaker_actor_id)) then speaker_actor_id end
            as speaker_actor_id,
        case when is_speakers_act then list_append(actor_ids, speaker_actor_id) else actor_ids end as actor_ids,
        case when is_speakers_act then list_append(source_ids, speaker_actor_id) else source_ids end as source_ids,
        actor_count + cast(is_speakers_act as integer) as actor_count,
        sentence_number,
        is_definite,
        char_start,
        -- "three were killed": what came of an attack
        event_type = 'ASSAULT'
        and source_count = 0
        and {{ is_trigger("of_toll") }}
            as is_toll,
        -- where two fight, nobody strikes alone
        {{ is_trigger("clashing") }} as is_clash,
        has_also,
        anchor_verb_number,
        -- "met Lee in Geneva and received Kim in Bern"
        telling = 'verb' and (
            coalesce(anchor_key_before in ('and', 'but', ',', 'then', 'и', 'а'), false)
            -- "After rebels had taken the town, Lee shelled it"
            or coalesce(anchor_verb_number >= 2 and source_count > 0, false)
        ) as is_coordinated,
        is_told_of_party,
        published_date,
        {{ aid_of_an_action() }},
        clause_char_start,
        clause_char_end
    from acts
    union all by name
    select
        mention_id,
        document_id,
        document_kind,
        sentence_id,
        line_kind,
        event_type,
        modality,
        'speech' as telling,
        date_start,
        date_end,
        date_precision,
        list_prepend(speaker_actor_id, target_actor_ids) as actor_ids,
        [speaker_actor_id] as source_ids,
        1 + len(target_actor_ids) as actor_count,
        sentence_number,
        char_start,
        quote_start as clause_char_start,
        quote_end as clause_char_end
    from speech
),

scored as (
    select
        tellings.*,
        coalesce(tellings.date_start, own_days.own_day) as event_date,
        coalesce(tellings.date_end, own_days.own_day) as event_date_end,
        case
            when tellings.date_start is not null then tellings.date_precision
            when own_days.own_day is not null then 'day'
            else 'unknown'
        end as event_date_precision,
        case line_kind when 'body' then 4 when 'caption' then 2 else 0 end
        + 3 * cast(date_start is not null as integer)
        -- "on Monday", where no date of the text says which
        + cast(date_start is null and day_told is not null as integer)
        + least(actor_count, 3)
        + cast(location_id is not null as integer)
        + 2 * cast(telling = 'verb' as integer)
        - 6 * cast(coalesce(is_toll, false) as integer)
        + 3 * cast(coalesce(is_action, false) as integer)
        -- the denial itself tells more than the claim it denies
        - 4 * cast(coalesce(is_denied_claim, false) as integer)
            as fullness
    from tellings
    left join own_days on tellings.document_id = own_days.document_id
),

areas as (
    select * from {{ ref('int_read_areas') }}
),

-- a state, its ministries and its forces are one side
sides as (
    select
        document_id,
        actor_id,
        min(country_iso3) as side
    from {{ ref('int_named_actors') }}
    where actor_type in ('state', 'government', 'military') and not is_person
    group by document_id, actor_id
),

nations as (
    select
        document_id,
        actor_id,
        min(country_iso3) as nation
    from {{ ref('int_named_actors') }}
    where actor_type in ('state', 'government', 'military', 'person') or is_person
    group by document_id, actor_id
),

cast_actors as (
    select
        mention_id,
        document_id,
        unnest(actor_ids) as actor_id,
        source_ids
    from scored
),

sided as (
    select
        cast_actors.mention_id,
        list(distinct coalesce(sides.side, cast_actors.actor_id) order by coalesce(sides.side, cast_actors.actor_id)) as actor_sides,
        coalesce(list(distinct nations.nation order by nations.nation) filter (where nations.nation is not null), []) as actor_nations,
        coalesce(
            list(distinct coalesce(sides.side, cast_actors.actor_id) order by coalesce(sides.side, cast_actors.actor_id))
            filter (where list_contains(cast_actors.source_ids, cast_actors.actor_id)),
            []
        ) as source_sides,
        coalesce(list(distinct cast_actors.actor_id order by cast_actors.actor_id) filter (where nations.nation is null), []) as nationless_ids,
        bool_or(sides.side is not null) as has_state
    from cast_actors
    left join sides on cast_actors.document_id = sides.document_id and cast_actors.actor_id = sides.actor_id
    left join nations on cast_actors.document_id = nations.document_id and cast_actors.actor_id = nations.actor_id
    group by cast_actors.mention_id
),

final as (
    select
        scored.*,
        figures.amounts,
        coalesce(sided.actor_sides, []) as actor_sides,
        coalesce(sided.source_sides, []) as source_sides,
        coalesce(sided.actor_nations, []) as actor_nations,
        coalesce(sided.nationless_ids, []) as nationless_ids,
        coalesce(sided.has_state, false) as has_state,
        areas.area_ids,
        row_number() over (
            partition by scored.document_id
            order by scored.fullness desc, scored.char_start, scored.mention_id
        ) as rank
    from scored
    left join areas on scored.location_id = areas.location_id
    left join sided on scored.mention_id = sided.mention_id
    left join figures on scored.mention_id = figures.mention_id
)

select * from final
