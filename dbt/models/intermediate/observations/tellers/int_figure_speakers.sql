with

figures as (
    select * from {{ ref('int_measured_figures') }}
),

sentences as (
    select
        sentence_id,
        document_id,
        document_kind,
        line_number,
        sentence_number
    from {{ ref('int_sentences') }}
),

tokens as (
    select
        sentence_id,
        token_number,
        token_key
    from {{ ref('int_tokens') }}
),

speech as (
    select
        speech.*,
        sentences.line_number,
        sentences.sentence_number
    from {{ ref('int_speech_mentions') }} as speech
    inner join sentences on speech.sentence_id = sentences.sentence_id
),

mentions as (
    select
        sentence_id,
        token_start,
        token_end,
        actor_id
    from {{ ref('int_actor_mentions') }}
    where not is_nested and not is_locative
),

terms as (
    select
        sentence_id,
        term_class,
        token_start,
        token_end
    from {{ ref('int_term_mentions') }}
    where term_class in ('count_noun', 'hearsay', 'contrast', 'anonymous')
),

source_forms as (
    select distinct form_key
    from {{ ref('int_speech_forms') }}
    where frame = 'source'
),

counts as (
    select * from {{ ref('int_speech_frames') }}
    where frame in ('count', 'counted')
),

-- "the UN has documented 12 deaths", "the Bank put the losses at $226 billion", "the $10 billion target set by the UN"
beside_counts as (
    select
        figures.mention_id,
        figures.token_start,
        counts.sentence_id,
        counts.frame_start,
        counts.frame_end,
        counts.speaker_actor_id,
        case
            when counts.frame_end < figures.token_start then figures.token_start - counts.frame_end
            else counts.frame_start - figures.unit_end
        end as distance,
        counts.frame_end < figures.token_start as is_behind,
        case
            when counts.frame_end > figures.token_start then counts.frame_start - figures.unit_end <= 8
            -- "The figures, published by UNICEF, show that 27 people died"
            when counts.frame = 'counted' then figures.token_start - counts.frame_end <= 12
            when at_word.token_number is not null then true
            else
                counts.frame = 'count' and counts.verb_text not in ({{ words("placing_verbs") }})
                and figures.token_start - counts.frame_end <= 6
        end as fits
    from counts
    inner join figures on counts.sentence_id = figures.sentence_id
    left join tokens as at_word
        on
            figures.sentence_id = at_word.sentence_id
            and figures.token_start - 1 = at_word.token_number
            and at_word.token_key in ('at', 'в')
    where
        (counts.frame_end < figures.token_start and counts.frame = 'count')
        or figures.unit_end < counts.frame_start
        or (
            counts.frame_end < figures.token_start
            and exists (
                select 1 from terms
                where
                    terms.sentence_id = counts.sentence_id
                    and terms.term_class = 'count_noun'
                    and terms.token_end between counts.frame_start - 2 and counts.frame_start - 1
            )
        )
),

-- of the figures beside a verb the nearest is its own
own_counts as (
    select *
    from beside_counts
    where fits
    qualify row_number() over (partition by sentence_id, frame_start, frame_end order by distance, token_start) = 1
),

-- "counted 19 dead and more than 50 wounded": a figure that a joint alone parts from the verb's own
joined_counts as (
    select
        figures.mention_id,
        own_counts.speaker_actor_id as actor_id
    from own_counts
    inner join figures as first_ones on own_counts.mention_id = first_ones.mention_id
    inner join figures
        on
            own_counts.sentence_id = figures.sentence_id
            and figures.token_start - first_ones.unit_end between 2 and 6
    inner join tokens as joint
        on
            figures.sentence_id = joint.sentence_id
            and joint.token_number between first_ones.unit_end + 1 and first_ones.unit_end + 3
            and joint.token_key in ('and', 'и')
            and figures.token_start > joint.token_number
    anti join own_counts as others on figures.mention_id = others.mention_id
    anti join mentions as somebody
        on figures.sentence_id = somebody.sentence_id and somebody.token_start between first_ones.unit_end + 1 and figures.token_start
    where own_counts.is_behind
    qualify row_number() over (partition by figures.mention_id order by own_counts.distance, own_counts.frame_start, own_counts.speaker_actor_id) = 1
),

by_verb as (
    select
        mention_id,
        speaker_actor_id as actor_id
    from own_counts
    qualify row_number() over (partition by mention_id order by distance, frame_start, actor_id) = 1
    union all
    select * from joined_counts
),

-- "a UN estimate of $250 billion", "the UN's $10 billion appeal", "an estimate of the World Bank"
by_noun as (
    select
        figures.mention_id,
        mentions.actor_id
    from terms
    inner join mentions on terms.sentence_id = mentions.sentence_id
    inner join figures on terms.sentence_id = figures.sentence_id
    left join tokens as joint
        on terms.sentence_id = joint.sentence_id and terms.token_end + 1 = joint.token_number and joint.token_key in ('by', 'of', 'from')
    where
        terms.term_class = 'count_noun'
        and figures.document_kind = 'article'
        and (
            (
                mentions.token_end between terms.token_start - 3 and terms.token_start - 1
                and (
                    figures.token_start between terms.token_end + 1 and terms.token_end + 5
                    or (figures.token_start > mentions.token_end and figures.unit_end < terms.token_start)
                )
            )
            or (
                joint.token_number is not null
                and mentions.token_start between joint.token_number + 1 and joint.token_number + 2
                and (
                    figures.token_start between mentions.token_end + 1 and mentions.token_end + 5
                    or figures.unit_end between terms.token_start - 4 and terms.token_start - 1
                )
            )
        )
    qualify
        row_number() over (
            partition by figures.mention_id
            order by abs(terms.token_start - figures.token_start), mentions.token_start, mentions.actor_id
        ) = 1
),

counted as (
    select
        figures.mention_id,
        coalesce(by_noun.actor_id, by_verb.actor_id) as actor_id
    from figures
    left join by_noun on figures.mention_id = by_noun.mention_id
    left join by_verb on figures.mention_id = by_verb.mention_id
    where by_noun.actor_id is not null or by_verb.actor_id is not null
),

-- "are said to have died", "for its part": not in the words of the sentence before
hearsay as (
    select distinct sentence_id
    from terms
    where term_class in ('hearsay', 'contrast', 'anonymous')
),

-- "he said that aid would go to Syria, which by some estimates has suffered damages of $400 billion"
unnamed as (
    select distinct
        figures.mention_id,
        terms.token_start
    from figures
    inner join terms on figures.sentence_id = terms.sentence_id
    where terms.term_class = 'anonymous' and terms.token_start between figures.token_start - 12 and figures.unit_end + 6
),

-- "Germany pledged €1.4 billion, Britain £400 million": of a list of givers each is beside its sum, and the first speaks for itself only
givers_beside as (
    select distinct
        figures.mention_id,
        speech.mention_id as speech_mention_id
    from figures
    inner join mentions on figures.sentence_id = mentions.sentence_id and figures.token_start - 1 = mentions.token_end
    inner join figures as first_sums
        on figures.sentence_id = first_sums.sentence_id and mentions.token_start > first_sums.unit_end and first_sums.currency is not null
    inner join speech
        on first_sums.sentence_id = speech.sentence_id and first_sums.token_start between speech.token_end + 1 and speech.token_end + 3
    where figures.currency is not null
),

-- the narrowest words around the figure
spoken as (
    select
        figures.mention_id,
        speech.sentence_id as speech_sentence_id,
        speech.token_start,
        speech.token_end,
        speech.speaker_actor_id,
        speech.quoted_actor_id,
        speech.verb_text,
        speech.speech_class,
        true as is_said
    from figures
    inner join speech
        on
            figures.document_id = speech.document_id
            and figures.char_start >= speech.content_start
            and figures.char_end <= speech.content_end
    anti join givers_beside on figures.mention_id = givers_beside.mention_id and speech.mention_id = givers_beside.speech_mention_id
    left join unnamed on figures.mention_id = unnamed.mention_id
    where
        (unnamed.mention_id is null or (figures.sentence_id = speech.sentence_id and speech.token_start > unnamed.token_start))
        and
        -- what donors pledge is what they give and not what they say
        not (
            speech.speech_class = 'promise'
            and coalesce(figures.rule_modality, '') = 'promised'
            and figures.sentence_id = speech.sentence_id
            and figures.token_start between speech.token_end + 1 and speech.token_end + 3
        )
    qualify
        row_number() over (
            partition by figures.mention_id
            order by speech.content_end - speech.content_start, speech.char_start, speech.mention_id
        ) = 1
),

-- what follows in the paragraph is still told by the one who was just quoted
continued as (
    select
        figures.mention_id,
        speech.sentence_id as speech_sentence_id,
        speech.token_start,
        speech.token_end,
        speech.speaker_actor_id,
        speech.quoted_actor_id,
        speech.verb_text,
        speech.speech_class,
        false as is_said
    from figures
    anti join hearsay on figures.sentence_id = hearsay.sentence_id
    anti join speech as own on figures.sentence_id = own.sentence_id
    anti join counted on figures.mention_id = counted.mention_id
    anti join spoken on figures.mention_id = spoken.mention_id
    inner join speech
        on
            figures.document_id = speech.document_id
            and figures.line_number = speech.line_number
            and figures.sentence_number > speech.sentence_number
    where figures.document_kind = 'article' and figures.sentence_number - speech.sentence_number <= 3
    qualify
        row_number() over (
            partition by figures.mention_id
            order by speech.sentence_number desc, speech.char_start desc, speech.mention_id
        ) = 1
),

told as (
    select * from spoken
    union all by name
    select * from continued
    where speech_class = 'statement'
),

dates as (
    select
        sentence_id,
        token_start,
        token_end,
        date_start
    from {{ ref('int_date_mentions') }}
    where date_precision = 'day' and date_start is not null and not is_document_date
),

-- "said on Monday", "On Monday the UN said"
days as (
    select
        told.mention_id,
        dates.date_start
    from told
    inner join dates on told.speech_sentence_id = dates.sentence_id
    where
        dates.token_start between told.token_end + 1 and told.token_end + 4
        or dates.token_end between told.token_start - 2 and told.token_start - 1
    qualify
        row_number() over (
            partition by told.mention_id
            order by abs(dates.token_start - told.token_end), dates.token_start
        ) = 1
),

final as (
    select
        figures.mention_id,
        told.speaker_actor_id,
        told.quoted_actor_id,
        counted.actor_id as counted_by_actor_id,
        source_forms.form_key is not null or contains(coalesce(told.verb_text, ''), ' … ') as is_source,
        coalesce(told.speech_class = 'deny' and told.is_said, false) as is_denied,
        days.date_start as said_on
    from figures
    left join told on figures.mention_id = told.mention_id
    left join counted on figures.mention_id = counted.mention_id
    left join days on figures.mention_id = days.mention_id
    left join source_forms on told.verb_text = source_forms.form_key
    where told.mention_id is not null or counted.mention_id is not null
)

select * from final
