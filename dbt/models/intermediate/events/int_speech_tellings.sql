with

speech as (
    select * from {{ ref('int_speech_mentions') }}
    where speaker_actor_id is not null
),

sentences as (
    select * from {{ ref('int_sentences') }}
    where line_kind not in ('furniture', 'title', 'heading')
),

tokens as materialized (
    select * from {{ ref('int_clause_tokens') }}
    where sentence_id in (select speech.sentence_id from speech)
),

named as (
    select
        sentence_id,
        token_start,
        char_start,
        char_end,
        actor_id,
        is_locative
    from {{ ref('int_actor_mentions') }}
),

speakers as (
    select
        document_id,
        actor_id,
        bool_or(actor_type = 'media') as is_media,
        bool_or(is_person) as is_person,
        bool_or(actor_type in ('state', 'government', 'military', 'armed_group', 'person')) as has_power,
        min(country_iso3) as country_iso3
    from {{ ref('int_named_actors') }}
    group by document_id, actor_id
),

tellings as (
    select * from {{ ref('int_event_tellings') }}
),

groups as (
    select * from {{ ref('int_actor_groups') }}
),

said as (
    select
        speech.mention_id,
        speech.sentence_id,
        speech.document_id,
        speech.char_start,
        speech.char_end,
        speech.token_end,
        speech.speech_class,
        speech.is_act,
        speech.speaker_actor_id,
        speech.content_start,
        speech.content_end,
        -- who counted or is a source gives a figure, and no opinion
        regexp_matches(
            lower(speech.verb_text),
            '^(?:according|by |in |as |on |по |как |согласно|(?:puts?|placed|pegged|counts|counted|documents|documented|tallied)$'
            || '|(?:recorded|registered|verified|calculated)$)'
        )
            as is_source_only,
        regexp_matches(lower(speech.verb_text), '^(?:describ|label|brand|term|dubb|characteri[sz]|depict|portray)') as is_judging,
        coalesce(speakers.is_media, false) as is_media,
        coalesce(speakers.is_person, false) as is_person,
        coalesce(speakers.has_power, false) as has_power,
        -- a government speaks once, whichever of its offices is named
        case when speakers.is_person or speakers.country_iso3 is null then speech.speaker_actor_id else speakers.country_iso3 end
            as voice,
        sentences.document_kind,
        sentences.line_kind,
        sentences.sentence_number,
        starts_with(sentences.sentence_text, '“') or starts_with(sentences.sentence_text, '"') as is_direct,
        sentences.char_start as sentence_start,
        sentences.char_end as sentence_end
    from speech
    inner join sentences on speech.sentence_id = sentences.sentence_id
    left join speakers on sentences.document_id = speakers.document_id and speech.speaker_actor_id = speakers.actor_id
),

worded as (
    select
        said.mention_id,
        bool_or(list_contains(tokens.word_classes, 'opinion')) as is_opinion,
        bool_or(list_contains(tokens.word_classes, 'accusation')) as is_accusation,
        bool_or(list_contains(tokens.word_classes, 'negation') and tokens.char_start between said.char_start - 20 and said.char_end) as is_unsaid,
        -- "they are worse, not better," Lee said
        bool_or(
            list_contains(tokens.word_classes, 'negation') and tokens.char_start between said.char_start - 20 and said.char_end
            and not tokens.char_start between said.content_start and least(said.content_end, said.char_start) - 1
        ) as is_unsaid_itself,
        bool_or(tokens.token_key in ('“', '"', '«', '”', '»')) as is_quoted,
        -- "declined to comment"
        bool_or(tokens.token_key in ('comment', 'elaborate') and tokens.key_before = 'to' and tokens.char_start <= said.content_start + 3)
            as is_no_comment,
        bool_or(
            tokens.token_key in ('will', 'shall', 'll')
            and tokens.key_before in ('we', 'i')
            and tokens.char_start between said.content_start and said.content_start + 12
        ) as is_pledge,
        count(*) filter (where tokens.token_kind = 'word') as word_count
    from said
    inner join tokens
        on
            said.sentence_id = tokens.sentence_id
            and (
                tokens.char_start between said.content_start and said.content_end - 1
                or list_has_any(tokens.word_classes, ['opinion', 'negation'])
                and tokens.char_start between said.char_start - 20 and said.char_end
            )
    group by said.mention_id
),

-- "if Turkey condemns the raid", "Iran would have praised him": nobody has
supposed as (
    select distinct said.mention_id
    from said
    inner join tokens on said.sentence_id = tokens.sentence_id and said.token_end = tokens.token_number
    left join {{ ref('int_modality_mentions') }} as cues
        on
            said.sentence_id = cues.sentence_id
            and cues.cue_class = 'condition'
            and tokens.clause_start <= cues.token_start
            and tokens.clause_start + 2 >= cues.token_start
            and said.token_end > cues.token_end
    left join tokens as cue_tokens
        on cues.sentence_id = cue_tokens.sentence_id and cues.token_end = cue_tokens.token_number
    left join tokens as modal
        on
            said.sentence_id = modal.sentence_id
            and tokens.chain_start <= modal.token_number
            and said.token_end > modal.token_number
            and list_contains(modal.word_classes, 'modal')
            and list_contains(tokens.classes_before, 'have')
    where
        said.is_act
        -- "it will answer if the attacks go on, Lee warned"
        and (cue_tokens.comma_count = tokens.comma_count or modal.sentence_id is not null)
),

told as (
    select
        said.mention_id,
        count(*) as event_count
    from said
    inner join tellings
        on
            said.document_id = tellings.document_id
            and tellings.char_start between said.content_start and said.content_end - 1
            and tellings.telling <> 'bare'
    group by said.mention_id
),

-- who has spoken in an act of another type makes no mere statement
actors_of_acts as (
    select distinct
        tellings.document_id,
        actors.actor_id
    from tellings
    inner join {{ ref('int_event_mention_actors') }} as actors on tellings.mention_id = actors.mention_id
    where tellings.is_speech_act and actors.role = 'source'
    union
    select
        document_id,
        speaker_actor_id as actor_id
    from tellings
    where is_speakers_act
    union
    select
        document_id,
        speaker_actor_id as actor_id
    from said
    where is_act
),

dated as (
    select
        mention_id,
        -- who speaks of a day ahead makes news, but not on that day
        case when is_of_speech then date_start end as date_start,
        case when is_of_speech then date_end end as date_end,
        case when is_of_speech then date_precision end as date_precision
    from {{ ref('int_speech_dates') }}
    where is_of_speech or is_ahead
),

figured as (
    select distinct sentence_id
    from {{ ref('int_measured_figures') }}
),

same_act as (
    select said.mention_id
    from said
    inner join tellings
        on
            said.sentence_id = tellings.sentence_id
            and said.char_end > tellings.char_start
            and said.char_start < tellings.char_end
            and (tellings.telling = 'verb' or not said.is_act)
    union
    -- "We thank the minister," Lee said: the thanks are what is said
    select said.mention_id
    from said
    inner join tellings
        on
            said.sentence_id = tellings.sentence_id
            and tellings.char_start between said.content_start and said.content_start + 20
            and tellings.telling = 'verb' and tellings.event_type = 'SUPPORT'
            and (
                tellings.is_speakers_act and said.speaker_actor_id = tellings.speaker_actor_id
                or list_contains(tellings.source_ids, said.speaker_actor_id)
            )
    where not said.is_act
),

typed as (
    select
        said.*,
        case
            when said.is_act
                then
                    case said.speech_class
                        when 'accuse' then 'ACCUSE'
                        when 'deny' then 'REJECT'
                        when 'reject' then 'REJECT'
                        when 'praise' then 'SUPPORT'
                        when 'request' then 'REQUEST'
                        when 'threaten' then if(said.has_power, 'THREATEN', 'STATEMENT')
                        when 'promise' then 'PROMISE'
                    end
            when worded.is_accusation then 'ACCUSE'
            when worded.is_pledge and worded.is_quoted and (said.is_person or not said.is_media) then 'PROMISE'
            else 'STATEMENT'
        end as event_type,
        -- 'described the raids as a "message"'
        coalesce(worded.is_opinion or worded.is_quoted and said.is_judging, false) as is_opinion,
        coalesce(worded.is_quoted, false) as is_quoted,
        coalesce(worded.is_accusation, false) as is_accusation,
        coalesce(if(worded.is_opinion or worded.is_quoted, worded.is_unsaid_itself, worded.is_unsaid), false) or coalesce(worded.is_no_comment, false)
            as is_unsaid,
        -- "Lee: Friends,"
        not said.is_act and coalesce(worded.word_count, 3) < 3 as is_address,
        supposed.mention_id is not null as is_supposed,
        coalesce(told.event_count, 0) as event_count,
        dated.mention_id is not null as is_dated,
        dated.date_start,
        dated.date_end,
        dated.date_precision,
        actors_of_acts.actor_id is not null as has_act,
        figured.sentence_id is not null as has_figure
    from said
    left join worded on said.mention_id = worded.mention_id
    left join told on said.mention_id = told.mention_id
    left join supposed on said.mention_id = supposed.mention_id
    left join dated on said.mention_id = dated.mention_id
    left join same_act on said.mention_id = same_act.mention_id
    left join figured on said.sentence_id = figured.sentence_id
    left join actors_of_acts
        on said.document_id = actors_of_acts.document_id and said.speaker_actor_id = actors_of_acts.actor_id
    where same_act.mention_id is null
),

eligible as (
    select
        *,
        2 * cast(is_opinion as integer) + 2 * cast(is_quoted as integer) + 3 * cast(is_dated as integer)
        + 2 * cast(is_direct as integer) + cast(event_count = 0 as integer) as worth
    from typed
    where
        event_type is not null
        and not is_media
        and not is_unsaid
        and not is_supposed
        and not is_address
        -- "300 families live here, she said": a figure is an observation of hers, and news by the day on which she gives it
        and not (event_type = 'STATEMENT' and has_figure and (not is_dated or document_kind = 'bulletin'))
        and (
            is_act
            or is_accusation and (is_person or is_opinion or event_count = 0)
            or (
                not is_source_only
                and not has_act
                and (
                    is_opinion and (is_person or is_quoted or event_count = 0)
                    or is_dated and event_count = 0
                    or is_person and event_count = 0
                )
            )
        )
),

best as (
    select *
    from eligible
    qualify is_act or row_number() over (
        partition by document_id, voice, event_type
        order by worth desc, char_start, mention_id
    ) = 1
),

-- a quotation that goes on in the next sentence, or whose verb alone stands in this one
neighbours as (
    select
        sentence_id,
        lag(case when char_end - char_start < 400 then char_start end) over in_line as start_before,
        lead(case when regexp_matches(sentence_text, '^["“«]') then char_end end) over in_line as end_after
    from {{ ref('int_sentences') }}
    window in_line as (partition by document_id, line_number order by sentence_number)
),

aimed as (
    select
        best.mention_id,
        best.sentence_id,
        named.actor_id,
        named.token_start,
        min(named.token_start) over (partition by best.mention_id) as first_token
    from best
    inner join named
        on
            best.sentence_id = named.sentence_id
            and (
                named.char_start between best.content_start and best.content_end - 1
                -- "Lee, he charged, had not done enough"
                or best.event_type = 'ACCUSE' and best.sentence_start = named.char_start and best.char_start - named.char_end = 2
            )
            and best.speaker_actor_id <> named.actor_id
            and not coalesce(named.is_locative, false)
            and not named.char_start between best.char_start and best.char_end
            and (best.char_start > named.char_start or best.content_start >= best.char_start)
    where best.event_type <> 'STATEMENT'
),

-- "accused Turkey, Qatar and the United States of": all whom a joint makes one
targets as (
    select
        aimed.mention_id,
        list(distinct aimed.actor_id order by aimed.actor_id) as actor_ids
    from aimed
    left join groups
        on aimed.sentence_id = groups.sentence_id and aimed.token_start between groups.token_start and groups.token_end
    left join groups as first_ones
        on aimed.sentence_id = first_ones.sentence_id and aimed.first_token between first_ones.token_start and first_ones.token_end
    where aimed.token_start <= aimed.first_token + 3 or groups.group_number = first_ones.group_number
    group by aimed.mention_id
),

final as (
    select
        'speech-' || best.mention_id as mention_id,
        best.document_id,
        best.document_kind,
        best.sentence_id,
        best.line_kind,
        best.sentence_number,
        best.event_type,
        case best.event_type when 'REQUEST' then 'called_for' when 'PROMISE' then 'promised' else 'happened' end as modality,
        best.date_start,
        best.date_end,
        best.date_precision,
        best.speaker_actor_id,
        coalesce(targets.actor_ids, []) as target_actor_ids,
        best.char_start,
        case
            when best.sentence_end - best.sentence_start < 60 then coalesce(neighbours.start_before, best.sentence_start)
            else best.sentence_start
        end as quote_start,
        coalesce(neighbours.end_after, best.sentence_end) as quote_end
    from best
    inner join neighbours on best.sentence_id = neighbours.sentence_id
    left join targets on best.mention_id = targets.mention_id
)

select * from final
