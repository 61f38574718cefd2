with

tokens as (
    select
        sentence_id,
        token_number,
        clause_number,
        is_name_part,
        list_contains(word_classes, 'convoy') as is_convoy,
        key_before in ('his', 'her', 'my') as is_of_person,
        list_has_any(classes_before, ['modal', 'do']) or key_before = 'to' as is_under_verb,
        unnest(word_classes) as word_class
    from {{ ref('int_clause_tokens') }}
),

needed as (
    select unnest(string_split(needs, '+')) as word_class from {{ ref('int_trigger_forms') }}
    where needs is not null
    union
    select unnest(['visitor', 'convoy', 'troops', 'passenger', 'patient', 'person', 'relative', 'that', 'disaster', 'hitcause'])
),

-- "issued sanctions relief": what loosens them
loosening as (
    select
        tokens.sentence_id,
        tokens.token_number
    from tokens
    inner join {{ ref('int_tokens') }} as behind
        on tokens.sentence_id = behind.sentence_id and tokens.token_number = behind.token_number - 1
    where tokens.word_class = 'sanctions' and behind.token_key in ('relief', 'waiver', 'waivers', 'exemption', 'exemptions')
),

final as (
    select
        tokens.sentence_id,
        tokens.token_number,
        tokens.clause_number,
        case when loosening.sentence_id is null or tokens.word_class <> 'sanctions' then tokens.word_class else 'waiver' end as word_class,
        tokens.is_name_part,
        tokens.is_convoy
    from tokens
    semi join needed on tokens.word_class = needed.word_class
    left join loosening on tokens.sentence_id = loosening.sentence_id and tokens.token_number = loosening.token_number
    where
        (tokens.word_class <> 'demanded' or not coalesce(tokens.is_under_verb, false))
        -- "his convoy drove to the palace": no help
        and (tokens.word_class <> 'convoy' or not coalesce(tokens.is_of_person, false))
)

select * from final
