with

candidates as (
    select * from {{ ref('int_event_candidates') }}
),

types as (
    select
        document_id,
        actor_id,
        min(actor_type) as actor_type
    from {{ ref('int_named_actors') }}
    group by document_id, actor_id
),

actors as (
    select
        parts.mention_id,
        count(distinct parts.actor_id) as actor_count,
        list(distinct parts.actor_id order by parts.actor_id) as actor_ids,
        list(distinct parts.actor_id order by parts.actor_id) filter (where parts.role = 'source') as source_ids,
        count(*) filter (where parts.role in ('source', 'participant')) as source_count,
        bool_or(parts.role = 'source' and types.actor_type in ('state', 'government', 'military', 'armed_group', 'person')) as has_power,
        bool_or(parts.role = 'source' and types.actor_type = 'media') as has_media_source
    from {{ ref('int_event_mention_actors') }} as parts
    inner join candidates on parts.mention_id = candidates.mention_id
    left join types on candidates.document_id = types.document_id and parts.actor_id = types.actor_id
    group by parts.mention_id
),

sentences as (
    select * from {{ ref('int_sentences') }}
),

document_dates as (
    select * from {{ ref('int_document_dates') }}
),

clauses as (
    select * from {{ ref('int_clauses') }}
),

reported as (
    select * from {{ ref('int_event_reports') }}
),

dated as (
    select * from {{ ref('int_event_dates') }}
),

-- "Turkey registered two attacks": told, though nobody who acts is named
counted as (
    select distinct mention_id from {{ ref('int_counters') }}
),

days as (
    select
        mention_id,
        date_text
    from {{ ref('int_date_mentions') }}
    where date_start is null
),

located as (
    select * from {{ ref('int_event_places') }}
),

sentence_keys as (
    select
        sentence_id,
        cast(row_number() over () as integer) as sentence_key
    from (select distinct sentence_id from candidates) as telling_sentences
),

-- in narrow columns, and numbered for this model alone, as every window copies them all
marked as materialized (
    select
        candidates.mention_id,
        cast(row_number() over () as integer) as candidate_key,
        sentence_keys.sentence_key,
        candidates.clause_number,
        candidates.verb_number,
        candidates.token_start,
        candidates.token_end,
        candidates.char_end,
        candidates.event_type,
        candidates.trigger_kind,
        candidates.event_type in ('CONSULT', 'AGREE') as is_accord,
        candidates.telling = 'light' as is_light,
        candidates.telling = 'verb' as is_verb,
        candidates.telling not in ('bare', 'setting', 'between') as is_verbal,
        candidates.telling = 'verb' and candidates.event_type = 'PROTEST' as is_protest,
        candidates.telling <> 'bare' and candidates.event_type in ('REQUEST', 'PROMISE', 'THREATEN', 'ACCUSE', 'REJECT', 'SUPPORT') as is_speech,
        {{ is_trigger("denying", "candidates.trigger_id") }} as is_denial,
        candidates.is_passive and {{ is_trigger("denying_in_passive", "candidates.trigger_id") }} as is_passive_denial
    from candidates
    inner join sentence_keys on candidates.sentence_id = sentence_keys.sentence_id
),

-- what else its sentence and clause tell
beside as (
    select
        candidate_key,
        max(case when is_denial then clause_number end) over (partition by sentence_key) as denial_clause,
        max(case when is_passive_denial then token_start end) over (partition by sentence_key) as passive_denial,
        max(case when is_speech then clause_number end) over (
            partition by sentence_key
            order by token_start
            rows between unbounded preceding and 1 preceding
        ) as act_clause,
        max(case when is_speech and is_verb then token_start end) over (
            partition by sentence_key, clause_number
            order by token_start
            rows between unbounded preceding and 1 preceding
        ) as act_token,
        max(case when is_protest then clause_number end) over (
            partition by sentence_key
            order by token_start
            rows between unbounded preceding and 1 preceding
        ) as protest_clause,
        bool_or(is_verbal) over (partition by sentence_key, event_type) as has_verb_telling,
        bool_or(is_verb) over (partition by sentence_key, clause_number, event_type) as has_clause_verb,
        bool_or(is_verb) over (partition by sentence_key) as has_verb_beside,
        -- "an agreement on the deployment": only the first of nested nouns is told
        token_start - lag(token_end) over nouns_in_clause <= 6 as is_after_noun,
        -- where an agreement or talks end that the noun may be about
        case when is_light and not is_accord and lag(is_accord) over nouns_in_clause then lag(char_end) over nouns_in_clause end as accord_end
    from marked
    window nouns_in_clause as (partition by sentence_key, clause_number, verb_number, trigger_kind order by token_start)
),

final as (
    select
        candidates.* exclude (modality),
        -- "Tomorrow talks start", "when Lee meets Kim on Thursday": told in the present, of a day still to come, or a weekday that is none known
        case
            when
                candidates.modality = 'happened' and candidates.is_in_present and coalesce(dated.is_own_date, false)
                and coalesce(
                    dated.date_start > document_dates.published_date,
                    dated.date_start is null and days.mention_id is not null and sentences.line_kind <> 'caption'
                    and candidates.telling in ('verb', 'light', 'happening')
                )
                then 'planned'
            else candidates.modality
        end as modality,
        sentences.document_kind,
        sentences.line_kind,
        sentences.sentence_number,
        sentences.char_start as sentence_char_start,
        clauses.clause_char_start,
        clauses.clause_char_end,
        clauses.opening_classes,
        clauses.opening_key,
        coalesce(actors.actor_count, 0) as actor_count,
        coalesce(actors.actor_ids, []) as actor_ids,
        coalesce(actors.source_ids, []) as source_ids,
        coalesce(actors.source_count, 0) as source_count,
        coalesce(actors.has_power, false) as has_power,
        actors.has_media_source,
        counted.mention_id is not null and (sentences.document_kind = 'article' or candidates.event_type = 'ASSAULT') as is_counted,
        reported.speaker_actor_id,
        dated.is_own_date,
        coalesce(dated.is_date_of_act, false) as is_date_of_act,
        dated.date_mention_id is not null as has_date_mention,
        -- "on Monday" in a text that no day is known of
        case when dated.is_own_date and dated.date_start is null then lower(days.date_text) end as day_told,
        dated.date_start,
        dated.date_end,
        dated.date_precision,
        located.location_id,
        located.is_own_place,
        beside.* exclude (candidate_key),
        document_dates.published_date
    from candidates
    inner join sentences on candidates.sentence_id = sentences.sentence_id
    inner join clauses
        on candidates.sentence_id = clauses.sentence_id and candidates.clause_number = clauses.clause_number
    inner join marked on candidates.mention_id = marked.mention_id
    inner join beside on marked.candidate_key = beside.candidate_key
    left join actors on candidates.mention_id = actors.mention_id
    left join counted on candidates.mention_id = counted.mention_id
    left join reported on candidates.mention_id = reported.mention_id
    left join dated on candidates.mention_id = dated.mention_id
    left join days on dated.date_mention_id = days.mention_id
    left join located on candidates.mention_id = located.mention_id
    left join document_dates on candidates.document_id = document_dates.document_id
    where sentences.line_kind <> 'furniture'
)

select * from final
