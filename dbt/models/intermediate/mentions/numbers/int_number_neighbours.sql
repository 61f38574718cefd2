with

tokens as not materialized (
    select * from {{ ref('int_tokens') }}
),

phrases as (
    select * from {{ ref('int_number_phrases') }}
),

near_tokens as (
    {{ tokens_at('tokens', 'phrases', [
        'token_start - 2', 'token_start - 1', 'token_start', 'token_end + 1', 'token_end + 2', 'unit_end + 1'
    ]) }}
),

-- a text that writes 2,018 people means a year by 2018
comma_writers as (
    select distinct phrases.document_id
    from phrases
    inner join near_tokens as own
        on phrases.sentence_id = own.sentence_id and phrases.token_start = own.token_number
    where regexp_full_match(own.token, '[1-9],\d{3}')
),

changes as (
    select
        sentence_id,
        token_number
    from tokens
    where token_key in (select unnest([{{ words("words_of_change") }}]))
),

-- "rose from 1,144", "fell last year from 67"
changed as (
    select distinct
        phrases.sentence_id,
        phrases.token_start
    from phrases
    inner join changes
        on phrases.sentence_id = changes.sentence_id and changes.token_number between phrases.phrase_start - 7 and phrases.phrase_start - 2
),

final as (
    select
        phrases.*,
        own.token as own_token,
        own.gap_before,
        before.token as token_before,
        before.token_key as key_before,
        second_before.token_key as second_key_before,
        case when phrases.figure_start < phrases.token_start then second_before.token_key else before.token_key end as key_before_figure,
        after.token as token_after,
        after.token_key as key_after,
        after.gap_before as gap_after,
        second_after.token_key as second_key_after,
        behind_unit.token_key as key_after_unit,
        coalesce(after.is_capitalised, false) as is_name_after,
        coalesce(before.is_capitalised, false) as is_behind_name,
        coalesce(before.is_capitalised and before.gap_before = '-', false) as is_behind_hyphened_name,
        coalesce(
            before.is_capitalised and second_before.token_key in ('in', 'at', 'of', 'and', ',', ';', ':', 'в', 'и'), false
        ) as is_behind_name_in_place,
        coalesce(second_before.token_kind = 'word' and second_before.token_key not in ('years', 'лет'), false) as is_word_second_before,
        changed.sentence_id is not null as is_behind_change,
        comma_writers.document_id is not null as writes_commas
    from phrases
    left join comma_writers on phrases.document_id = comma_writers.document_id
    left join changed on phrases.sentence_id = changed.sentence_id and phrases.token_start = changed.token_start
    left join near_tokens as before
        on phrases.sentence_id = before.sentence_id and phrases.token_start = before.token_number + 1
    left join near_tokens as second_before
        on phrases.sentence_id = second_before.sentence_id and phrases.token_start = second_before.token_number + 2
    left join near_tokens as own
        on phrases.sentence_id = own.sentence_id and phrases.token_start = own.token_number
    left join near_tokens as after
        on phrases.sentence_id = after.sentence_id and phrases.token_end = after.token_number - 1
    left join near_tokens as second_after
        on phrases.sentence_id = second_after.sentence_id and phrases.token_end = second_after.token_number - 2
    left join near_tokens as behind_unit
        on phrases.sentence_id = behind_unit.sentence_id and phrases.unit_end = behind_unit.token_number - 1
)

select * from final
