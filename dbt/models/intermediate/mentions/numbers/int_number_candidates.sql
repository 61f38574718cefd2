with

tokens as not materialized (
    select * from {{ ref('int_tokens') }}
),

ngrams as (
    select * from {{ ref('int_ngrams') }}
),

runs as (
    select * from {{ ref('int_number_runs') }}
),

dates as (
    select
        sentence_id,
        token_start,
        token_end
    from {{ ref('int_date_mentions') }}
),

number_phrases as (
    select
        {{ phrase_key('phrase') }} as phrase_key,
        any_value(value) as value,
        any_value(phrase_kind) as phrase_kind
    from {{ ref('number_phrases') }}
    group by all
),

phrases as (
    select
        ngrams.sentence_id,
        ngrams.document_id,
        ngrams.token_start,
        ngrams.token_end,
        ngrams.char_start,
        ngrams.char_end,
        number_phrases.value,
        number_phrases.phrase_kind
    from ngrams
    inner join number_phrases on ngrams.ngram_key = number_phrases.phrase_key
),

-- "did not register 3 of them", "не зафиксировала ни одного": the figure behind the verb says how many
denials_with_figure as (
    select distinct
        denials.sentence_id,
        denials.token_start
    from phrases as denials
    inner join (
        select sentence_id, token_start, token_end from runs
        union all
        select sentence_id, token_start, token_end from phrases
        where phrase_kind <> 'denial'
        union all
        select sentence_id, token_number as token_start, token_number as token_end from tokens
        where token_key = 'any'
    ) as others
        on
            denials.sentence_id = others.sentence_id
            and others.token_start between denials.token_end + 1 and denials.token_end + 3
    left join tokens as behind
        on others.sentence_id = behind.sentence_id and behind.token_number = others.token_end + 1
    where
        denials.phrase_kind = 'denial'
        and coalesce(behind.token_key not in ('hours', 'hour', 'days', 'h', 'час', 'ден', 'дня', 'дне', 'суток', 'сутк'), true)
),

stated as (
    select phrases.*
    from phrases
    anti join denials_with_figure
        on phrases.sentence_id = denials_with_figure.sentence_id and phrases.token_start = denials_with_figure.token_start
),

-- "did not report any incidents" states a zero as "reported no incidents" does
denied_any as (
    select distinct
        any_tokens.sentence_id,
        any_tokens.document_id,
        any_tokens.token_number as token_start,
        any_tokens.token_number as token_end,
        any_tokens.char_start,
        any_tokens.char_end
    from tokens as any_tokens
    inner join tokens as negations
        on
            any_tokens.sentence_id = negations.sentence_id
            and negations.token_number between any_tokens.token_number - 5 and any_tokens.token_number - 1
    where any_tokens.token_key = 'any' and negations.token_key in ('not', 'never', 'without', 'nor')
),

figures as (
    select
        sentence_id,
        document_id,
        token_start,
        token_end,
        char_start,
        char_end,
        value,
        cast(null as double) as scale,
        case when value = 0 then 'zero' else 'phrase' end as number_kind
    from stated
    qualify
        not coalesce(
            max(token_end) over (
                partition by sentence_id
                order by token_start, token_end desc
                rows between unbounded preceding and 1 preceding
            ) >= token_end,
            false
        )
    union all
    select
        *,
        0 as value,
        cast(null as double) as scale,
        'zero' as number_kind
    from denied_any
    union all
    select
        runs.sentence_id,
        runs.document_id,
        runs.token_start,
        runs.token_end,
        runs.char_start,
        runs.char_end,
        -- nothing that is counted here has sixteen digits: such a figure is damaged
        case when runs.value < 1e15 then runs.value end as value,
        runs.scale,
        case
            when runs.first_kind = 'zero' then 'zero'
            when runs.has_digits then 'digits'
            else 'words'
        end as number_kind
    from runs
    anti join stated
        on
            runs.sentence_id = stated.sentence_id
            and runs.token_start <= stated.token_end
            and runs.token_end >= stated.token_start
),

final as (
    select figures.*
    from figures
    anti join dates
        on
            figures.sentence_id = dates.sentence_id
            and figures.token_start <= dates.token_end
            and figures.token_end >= dates.token_start
)

select * from final
