with

named as (
    select * from {{ ref('int_named_actors') }}
),

slots as (
    select * from {{ ref('int_speech_slots') }}
),

tokens as not materialized (
    select * from {{ ref('int_tokens') }}
),

ngrams as (
    select * from {{ ref('int_ngrams') }}
),

sentences as (
    select
        sentence_id,
        sentence_number,
        line_kind
    from {{ ref('int_sentences') }}
),

anaphors as (
    select
        {{ phrase_key('phrase') }} as anaphor_key,
        min(antecedent) as antecedent,
        split_part(min({{ phrase_key('phrase') }}), ' ', -1) as noun,
        min(office) as office,
        -- "оба лидера", "главы двух стран"
        bool_or(regexp_matches(phrase, '(?:^| )(?:об[аео]|дв[ае])')) as is_counted,
        case
            when starts_with(min(phrase), 'три ') then 3
            when starts_with(min(phrase), 'четыре ') then 4
            else
                case split_part(min({{ phrase_key('phrase') }}), ' ', 2)
                    when 'three' then 3 when 'four' then 4 when 'five' then 5 when 'six' then 6 else 2
                end
        end as party_count
    from {{ ref('anaphors') }}
    group by anaphor_key
),

found as (
    select
        ngrams.sentence_id,
        ngrams.document_id,
        ngrams.token_start,
        ngrams.token_end,
        ngrams.char_start,
        ngrams.char_end,
        sentences.sentence_number,
        anaphors.antecedent,
        anaphors.party_count,
        anaphors.is_counted,
        replace({{ spelling('anaphors.noun', british=false) }}, 'memorandum', 'memo') as noun,
        anaphors.office,
        ngrams.word_count
    from ngrams
    inner join anaphors on ngrams.ngram_key = anaphors.anaphor_key
    inner join sentences on ngrams.sentence_id = sentences.sentence_id
    where sentences.line_kind in ('body', 'title')
),

-- "the Centre" inside "the Centre for Reconciliation" is no reference of its own.
free as (
    select found.*
    from found
    left join named
        on
            found.sentence_id = named.sentence_id
            and found.token_end <= named.token_end
            and found.token_end >= named.token_start
    where named.sentence_id is null
    qualify
        row_number() over (partition by found.sentence_id, found.token_start order by found.token_end desc) = 1
        -- "министра" inside "оба министра"
        and row_number() over (partition by found.sentence_id, found.token_end order by found.token_start) = 1
),

verbs_near as (
    select distinct
        free.sentence_id,
        free.token_start
    from free
    inner join slots
        on
            free.sentence_id = slots.sentence_id
            and (
                (free.token_end = slots.subject_end and not slots.is_passive)
                or (slots.token_end + 1 = free.token_start and slots.frame = 'speaker' and slots.is_after_break)
                or (slots.token_end + 1 = free.token_start and slots.frame = 'source')
            )
            and not slots.is_no_verb
),

words_around_anaphors as (
    {{ tokens_at('tokens', 'free', ['token_start - 1', 'token_start', 'token_end + 1', 'token_end + 2']) }}
),

-- "Министры обсудили": a Russian word for one person stands for two where its verb is in the plural
numbered as (
    select
        free.* exclude (antecedent, noun),
        if({{ is_they('it.token') }}, 'they', free.noun) as noun,
        case
            when {{ is_they('it.token') }} then 'organisation'
            -- "глава МИД" has the key of "главы МИД"
            when free.antecedent = 'pair' and it.token_key = 'глав' and lower(it.token) <> 'главы' then 'person'
            when
                free.antecedent = 'person' and free.word_count = 1
                and regexp_matches(it.token, '\p{Cyrillic}[ыи]$') and {{ is_russian_plural_verb('after_it.token') }}
                then 'pair'
            else free.antecedent
        end as antecedent
    from free
    left join words_around_anaphors as it
        on free.sentence_id = it.sentence_id and free.token_start = it.token_number
    left join words_around_anaphors as after_it
        on free.sentence_id = after_it.sentence_id and free.token_end + 1 = after_it.token_number
    left join words_around_anaphors as second_after
        on free.sentence_id = second_after.sentence_id and free.token_end + 2 = second_after.token_number
    where
        -- "глава МИД Ирана" is named
        not (
            free.antecedent = 'person' and free.noun not in ('он', 'она') and coalesce(after_it.is_capitalised, false)
            and regexp_matches(free.noun, '^\p{Cyrillic}')
        )
        -- "the General Authority", "the President Hotel" are names, and nobody who was told of
        and not (
            free.antecedent = 'person' and free.word_count > 1 and coalesce(after_it.is_capitalised and after_it.token_kind = 'word', false)
            and after_it.token_key not in ({{ words("calendar_words") }})
        )
        and case
            when {{ is_they('it.token') }} then {{ is_russian_plural_verb('after_it.token') }}
            -- "страны договорились", but not "жители страны"
            when free.antecedent = 'pair_of_states' and free.word_count = 1
                then regexp_matches(it.token, '[ыа]$') and {{ is_russian_plural_verb('after_it.token') }}
            when free.noun in ('three', 'four')
                then coalesce({{ verb_of_several('after_it.token_key', 'second_after.token_key') }} in ({{ words("joint_verbs") }}), false)
                -- "The three, said Lee, had met"
                or coalesce(after_it.token_key = ',' and second_after.token_key in ('said', 'says', 'he', 'she', 'according'), false)
            when free.antecedent <> 'pair' or it.token_key = 'глав' and lower(it.token) <> 'главы' then true
            -- "The two agreed", but not "the two towns"
            when free.noun in ('two', 'both')
                then coalesce({{ verb_of_several('after_it.token_key', 'second_after.token_key') }} in ({{ words("joint_verbs") }}), false)
            when regexp_matches(free.noun, '^\p{Cyrillic}') and not free.is_counted then {{ is_russian_plural_verb('after_it.token') }}
            else true
        end
),

final as (
    select
        free.* exclude (is_counted, word_count),
        verbs_near.sentence_id is not null as is_speaking,
        -- "they agreed", "they also signed": what people do together
        free.noun = 'they'
        and coalesce({{ verb_of_several('after_it.token_key', 'second_after.token_key') }}, '') in ({{ words("joint_verbs") }})
            as is_acting_jointly
    from numbered as free
    left join verbs_near
        on free.sentence_id = verbs_near.sentence_id and free.token_start = verbs_near.token_start
    left join words_around_anaphors as before_it
        on free.sentence_id = before_it.sentence_id and free.token_start - 1 = before_it.token_number
    left join words_around_anaphors as after_it
        on free.sentence_id = after_it.sentence_id and free.token_end + 1 = after_it.token_number
    left join words_around_anaphors as second_after
        on free.sentence_id = second_after.sentence_id and free.token_end + 2 = second_after.token_number
    where
        verbs_near.sentence_id is not null
        or (
            free.noun not in ('it', 'they', 'оно')
            and free.antecedent not in ('document')
            and coalesce(after_it.token_key, '') <> 'of'
            -- "стороны" alone is as often "of the side"
            and (
                free.word_count > 1 or free.antecedent not in ('sides', 'pair_of_states') or before_it.token_key is null
                or before_it.token_kind in ('punct', 'number') or before_it.token_key in ({{ words("calendar_words") }})
            )
        )
        or (
            free.noun in ('it', 'they', 'оно')
            and (
                before_it.token_key is null or before_it.token_kind = 'punct'
                or before_it.token_key in (
                    'and', 'but', 'when', 'after', 'that', 'said', 'says', 'announced', 'confirmed', 'where', 'while', 'because', 'although', 'since'
                )
                -- "On Monday it shelled", but not "the day it reopened"
                or (free.noun = 'they' or free.token_start <= 5)
                and (before_it.token_kind = 'number' or before_it.token_key in ({{ words("calendar_words") }}))
            )
            and (
                coalesce(after_it.token_key, '') not in ({{ words("expletive_verbs") }})
                -- "it is scheduled to meet", "it will seek to distribute"
                or after_it.token_key in ('is', 'was', 'will', 'would')
                and second_after.token_key in ({{ words("acts_to_come") }})
            )
            and coalesce(after_it.token_kind, '') = 'word'
        )
)

select * from final
