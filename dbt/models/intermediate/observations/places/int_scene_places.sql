with

locations as (
    select
        location_id,
        location_type,
        country_iso3
    from {{ ref('int_read_locations') }}
),

tokens as (
    select
        sentence_id,
        token_number,
        token,
        token_key
    from {{ ref('int_tokens') }}
),

mentions as (
    select * from {{ ref('int_place_mentions') }}
),

words_at_places as (
    {{ tokens_at('tokens', 'mentions', ['token_start - 2', 'token_start - 1', 'token_start', 'token_end + 1']) }}
),

-- "Damascus, February 12, 2023 (Xinhua) - ..."
datelines as (
    select sentence_id
    from {{ ref('int_sentences') }}
    where document_kind = 'article' and regexp_matches(sentence_text, {{ dateline() }})
),

-- neither the seat of who tells ("the Britain-based monitor") nor the dateline is where it happened
final as (
    select
        mentions.sentence_id,
        mentions.document_id,
        mentions.token_start,
        mentions.token_end,
        mentions.location_id,
        coalesce(locations.country_iso3, 'SYR') <> 'SYR' as is_abroad,
        -- "in Turkey", "from Lebanon and Jordan"; a state that acts is no place
        coalesce(word_before.token_key in ({{ words("words_before_a_place") }}), false) as is_where,
        case
            when regexp_full_match(mentions.location_id, '[A-Z]{3}') then 1
            when regexp_full_match(mentions.location_id, 'SY\d\d') then 2
            -- several provinces have a part in it
            when ends_with(mentions.location_id, '-de-escalation-zone') then 1.2
            when locations.location_type = 'zone' then 1.5
            else 3
        end as admin_level
    from mentions
    left join locations on mentions.location_id = locations.location_id
    left join words_at_places as next_word
        on mentions.sentence_id = next_word.sentence_id and mentions.token_end + 1 = next_word.token_number
    left join words_at_places as word_before
        on mentions.sentence_id = word_before.sentence_id and mentions.token_start - 1 = word_before.token_number
    left join words_at_places as first_word
        on mentions.sentence_id = first_word.sentence_id and mentions.token_start = first_word.token_number
    left join words_at_places as second_before
        on mentions.sentence_id = second_before.sentence_id and mentions.token_start - 2 = second_before.token_number
    left join datelines on mentions.sentence_id = datelines.sentence_id and mentions.token_start = 1
    where
        datelines.sentence_id is null
        and coalesce(next_word.token_key, '') <> 'based'
        -- "which is based in Britain"
        and not (
            coalesce(word_before.token_key in ('in', 'at', 'в'), false)
            and regexp_matches(coalesce(second_before.token_key, ''), '^(?:based|headquartered|базиру)')
        )
        and not (
            mentions.token_start = 1
            and coalesce(next_word.token, '') in ('–', '—', '-', '(', ',', '/')
            and (
                upper(first_word.token) = first_word.token
                -- "The Hague – In its report ...", but "Lebanon - 8"
                or coalesce(next_word.token, '') in ('–', '—', '-')
                and coalesce(locations.country_iso3, 'SYR') <> 'SYR'
                and locations.location_type <> 'country'
            )
        )
)

select * from final
