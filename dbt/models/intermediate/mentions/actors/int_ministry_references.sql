with

tokens as not materialized (
    select
        sentence_id,
        document_id,
        token_number,
        token_key,
        char_start,
        char_end,
        is_capitalised
    from {{ ref('int_tokens') }}
),

named as (
    select * from {{ ref('int_named_actors') }}
),

sentences as (
    select
        sentence_id,
        sentence_number
    from {{ ref('int_sentences') }}
    where line_kind = 'body'
),

-- the ministries of a state by the first word of what they are for
ministries as (
    select
        country_iso3,
        split_part(replace({{ spelling(phrase_key("split_part(actor_name, ' Ministry of ', 2)"), british=false) }}, 'national ', ''), ' ', 1) as kind,
        min(actor_id) as actor_id
    from {{ ref('actors') }}
    where actor_type in ('government', 'military') and contains(actor_name, ' Ministry of ') and country_iso3 is not null
    group by all
),

-- "the defence ministry" names its kind before it, "the Ministry of Health" behind it
worded as (
    select
        ministry.*,
        -- "the ministry of finance went to Lee" names a post
        coalesce(neighbour.token_key = 'of' and ministry.is_capitalised, false) as is_kind_behind
    from tokens as ministry
    left join tokens as neighbour
        on ministry.sentence_id = neighbour.sentence_id and ministry.token_number + 1 = neighbour.token_number
    where ministry.token_key = 'ministry'
),

-- "the defence ministry", "its foreign ministry": the ministry of a state that it does not name
found as (
    select
        ministry.sentence_id,
        ministry.document_id,
        sentences.sentence_number,
        opening.token_number as token_start,
        greatest(ministry.token_number, kind.token_number) as token_end,
        opening.char_start,
        greatest(ministry.char_end, kind.char_end) as char_end,
        {{ spelling('kind.token_key', british=false) }} as kind,
        coalesce(bracket.token_key = '(', false) as is_before_bracket,
        coalesce(behind.token_key = 'in', false) as is_before_place,
        opening.token_key = 'its' as is_of_subject
    from worded as ministry
    inner join sentences on ministry.sentence_id = sentences.sentence_id
    inner join tokens as kind
        on
            ministry.sentence_id = kind.sentence_id
            and ministry.token_number + case when ministry.is_kind_behind then 2 else -1 end = kind.token_number
    inner join tokens as opening
        on
            ministry.sentence_id = opening.sentence_id
            and ministry.token_number - case when ministry.is_kind_behind then 1 else 2 end = opening.token_number
            and opening.token_key in ('the', 'its')
    left join tokens as bracket
        on
            ministry.sentence_id = bracket.sentence_id
            and ministry.is_kind_behind
            and ministry.token_number + 3 = bracket.token_number
    left join tokens as behind
        on ministry.sentence_id = behind.sentence_id and greatest(ministry.token_number, kind.token_number) + 1 = behind.token_number
    left join named
        on
            ministry.sentence_id = named.sentence_id
            -- "the foreign ministry spokeswoman, Lee": he speaks, not the ministry
            and (
                ministry.token_number between named.token_start and named.token_end
                or named.is_person and named.token_start between ministry.token_number + 1 and ministry.token_number + 4
            )
    -- one word tells no ministry of public health from one of public works
    where named.sentence_id is null and kind.token_key not in ('public', 'social', 'higher')
),

-- whose it is: of a ministry of its kind that was named, or else of the state that was last told of
final as (
    select
        found.sentence_id,
        found.document_id,
        cast(found.token_start as integer) as token_start,
        cast(found.token_end as integer) as token_end,
        found.char_start,
        found.char_end,
        ministries.actor_id
    from found
    inner join named
        on
            found.document_id = named.document_id
            and named.sentence_number between found.sentence_number - 20 and found.sentence_number
            and (
                found.sentence_number > named.sentence_number or found.token_start > named.token_end
                -- "the Ministry of Health (MoH) of Syria"
                -- "bombed the defence ministry in Damascus"
                or found.is_before_place and named.token_start = found.token_end + 2
                or found.is_before_bracket and named.actor_type = 'state' and named.token_start between found.token_end + 4 and found.token_end + 6
            )
    inner join ministries on found.kind = ministries.kind and named.country_iso3 = ministries.country_iso3
    where
        (not named.is_locative or found.sentence_number = named.sentence_number and found.is_before_place and named.token_start = found.token_end + 2)
        and not named.is_nested
        and named.actor_type in ('state', 'government', 'military', 'person')
        and (found.sentence_number - named.sentence_number <= 2 or named.actor_id = ministries.actor_id and not found.is_of_subject)
    qualify row_number() over (
        partition by found.sentence_id, found.token_start
        order by
            found.sentence_number = named.sentence_number and named.token_start > found.token_end desc,
            named.actor_id = ministries.actor_id and not found.is_of_subject desc,
            named.sentence_number desc,
            case when found.is_of_subject then named.token_start else -named.token_start end,
            ministries.actor_id
    ) = 1
)

select * from final
