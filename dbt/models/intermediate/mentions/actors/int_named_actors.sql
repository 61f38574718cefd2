with

spans as (
    select * from {{ ref('int_actor_spans') }}
),

all_tokens as (
    select * from {{ ref('int_tokens') }}
),

tokens as (
    {{ tokens_at('all_tokens', 'spans', [
        'token_start - 3', 'token_start - 2', 'token_start - 1', 'token_end', 'token_end + 1', 'token_end + 2'
    ]) }}
),

-- the stops that a sentence has before a name ends
clauses as (
    select
        spans.sentence_id,
        spans.token_end,
        count(stops.token_number) as clause_number
    from (
        select distinct
            sentence_id,
            token_end
        from spans
    ) as spans
    left join all_tokens as stops
        on
            spans.sentence_id = stops.sentence_id
            and spans.token_end >= stops.token_number
            and stops.token_kind = 'punct'
    group by spans.sentence_id, spans.token_end
),

sentences as (
    select
        sentence_id,
        sentence_number,
        line_kind
    from {{ ref('int_sentences') }}
),

-- A list shares its preposition: "from Lebanon, Jordan and Iraq".
linked as (
    select
        spans.*,
        coalesce(
            (lag(spans.actor_type) over in_sentence = 'state' or lag(spans.mention_kind) over in_sentence = 'metonym')
            and (spans.actor_type = 'state' or spans.mention_kind = 'metonym')
            -- "in Amman, and Syria agreed": a city and a state are no list
            and (lag(spans.mention_kind) over in_sentence = 'metonym') = (spans.mention_kind = 'metonym')
            and (
                spans.token_start - lag(spans.token_end) over in_sentence = 1
                or (
                    spans.token_start - lag(spans.token_end) over in_sentence in (2, 3)
                    and between_them.token_key in (',', 'and', 'or', 'и', '/', 'the')
                )
                -- "to Lebanon and to Jordan"
                or spans.token_start - lag(spans.token_end) over in_sentence = 3 and between_them.token_key = 'to'
            ),
            false
        ) as is_linked,
        coalesce(between_them.token_key, '') as joint,
        coalesce(
            lag(spans.actor_id) over in_sentence = spans.actor_id
            and spans.token_start - lag(spans.token_end) over in_sentence = 2
            and between_them.token_key = ',',
            false
        ) as names_a_place_before
    from spans
    left join tokens as between_them
        on spans.sentence_id = between_them.sentence_id and spans.token_start - 1 = between_them.token_number
    window in_sentence as (partition by spans.sentence_id order by spans.token_start, spans.token_end, spans.actor_id)
),

islands as (
    select
        *,
        sum(cast(not is_linked as integer)) over (
            partition by sentence_id
            order by token_start, token_end, actor_id
            rows between unbounded preceding and current row
        ) as island
    from linked
),

headed as (
    select
        *,
        min(token_start) over (partition by sentence_id, island) as list_start,
        bool_or(is_linked and joint in ('and', 'or', 'и', 'или', 'to')) over (partition by sentence_id, island) as island_is_joined,
        bool_or(names_a_place_before) over (partition by sentence_id, island) as island_names_a_place
    from islands
),

-- "Aleppo, Damascus, Homs": a capital between names that are no actors.
neighbours as (
    select distinct
        spans.sentence_id,
        spans.token_start
    from spans
    inner join tokens as joint
        on
            spans.sentence_id = joint.sentence_id
            and joint.token_number in (spans.token_start - 1, spans.token_end + 1)
            and joint.token_key in (',', 'and', 'и')
    inner join tokens as name
        on
            spans.sentence_id = name.sentence_id
            and name.token_number = case
                when spans.token_start > joint.token_number then spans.token_start - 2
                else spans.token_end + 2
            end
            and name.is_capitalised
            and name.token_number > 1
    left join spans as owner
        on
            spans.sentence_id = owner.sentence_id
            and name.token_number between owner.token_start and owner.token_end
    where spans.mention_kind = 'metonym' and owner.sentence_id is null
),

-- "SARMADA, Syria - Two died": where it was written
datelines as (
    select distinct
        spans.sentence_id,
        spans.token_start
    from spans
    inner join tokens as comma
        on spans.sentence_id = comma.sentence_id and spans.token_start - 1 = comma.token_number and comma.token_key = ','
    inner join tokens as place
        on
            spans.sentence_id = place.sentence_id
            and spans.token_start - 2 = place.token_number
            and regexp_full_match(place.token, '\p{Lu}{3,}')
    left join spans as owner
        on spans.sentence_id = owner.sentence_id and place.token_number between owner.token_start and owner.token_end
    where spans.actor_type = 'state' and spans.token_start <= 6 and owner.sentence_id is null
),

-- "In Syria, Russia said": two names that only a comma parts are no list, nor are they after an opening "In Syria,".
listed as (
    select
        *,
        case
            when token_start = list_start then token_start
            when not coalesce(island_is_joined, false) or list_start <= 3 then token_start
            else list_start
        end as island_start
    from headed
),

surrounded as (
    select
        listed.*,
        sentences.sentence_number,
        sentences.line_kind,
        clauses.clause_number,
        regexp_matches(last_token.token, '{{ possessive_ending() }}') as is_possessive,
        -- "заключен с Россией": with it, not from there
        regexp_matches(last_token.token, '(?:[еоё]й|[ео]м|США|ОАЭ)$') as is_instrumental,
        case when one_before.token_key in ('the', 'a', 'an') then two_before.token_key else one_before.token_key end
            as word_before,
        case when one_before.token_key in ('the', 'a', 'an') then three_before.token_key else two_before.token_key end
            as second_before,
        coalesce(one_after.token, '') as token_after,
        coalesce(one_after.token_key, '') as key_after,
        coalesce(one_after.gap_before, '') as gap_after,
        coalesce(two_after.token_key, '') as second_after,
        datelines.sentence_id is not null as is_of_dateline,
        coalesce(two_after.token_kind, '') as second_kind_after,
        neighbours.sentence_id is not null as is_in_a_list_of_places
    from listed
    inner join sentences on listed.sentence_id = sentences.sentence_id
    inner join tokens as last_token
        on listed.sentence_id = last_token.sentence_id and listed.token_end = last_token.token_number
    inner join clauses
        on listed.sentence_id = clauses.sentence_id and listed.token_end = clauses.token_end
    left join tokens as one_before
        on listed.sentence_id = one_before.sentence_id and listed.island_start - 1 = one_before.token_number
    left join tokens as two_before
        on listed.sentence_id = two_before.sentence_id and listed.island_start - 2 = two_before.token_number
    left join tokens as three_before
        on listed.sentence_id = three_before.sentence_id and listed.island_start - 3 = three_before.token_number
    left join tokens as one_after
        on listed.sentence_id = one_after.sentence_id and listed.token_end + 1 = one_after.token_number
    left join neighbours
        on listed.sentence_id = neighbours.sentence_id and listed.token_start = neighbours.token_start
    left join datelines
        on listed.sentence_id = datelines.sentence_id and listed.token_start = datelines.token_start
    left join tokens as two_after
        on listed.sentence_id = two_after.sentence_id and listed.token_end + 2 = two_after.token_number
),

final as (
    select
        sentence_id,
        document_id,
        sentence_number,
        clause_number,
        token_start,
        token_end,
        char_start,
        cast(char_end - case when is_possessive then 2 else 0 end as integer) as char_end,
        actor_id,
        mention_kind,
        actor_type,
        country_iso3,
        is_person,
        is_nested,
        coalesce(
            (actor_type = 'state' or mention_kind = 'metonym')
            and mention_kind <> 'demonym'
            -- "the Lebanon-Syria border"
            and (gap_after <> '-' or second_after in ('border', 'borders', 'frontier'))
            and (
                island_names_a_place
                or is_of_dateline
                or actor_type = 'state' and if(gap_after = '-', second_after, key_after) in ('border', 'borders', 'frontier')
                or is_in_a_list_of_places
                or (
                    not is_possessive
                    and word_before in ({{ words("locative_words") }})
                    and not (
                        word_before in ('to', 'from', 'at', 'on', 'по', 'с', 'со')
                        and coalesce(second_before, '') in ({{ words("giving_words") }})
                    )
                    and not (
                        word_before in ('с', 'со')
                        and is_instrumental
                        and not regexp_matches(coalesce(second_before, ''), '^(?:границ|рубеж|переход|сообщен|стык|сосед|пункт)')
                    )
                )
                or (word_before in ('of', 'with') and second_before in ({{ words("geographic_nouns") }}))
                or word_before in ({{ words("geographic_nouns") }})
                -- "the Israeli strike on Damascus"
                or mention_kind = 'metonym' and not is_possessive and word_before = 'on' and second_before in ({{ words("attacks_on_places") }})
                -- "Aid in neighbouring countries: Jordan and Iraq"
                or (line_kind in ('title', 'heading') and word_before = ':' and second_before in ({{ words("geographic_nouns") }}))
                -- "ТУНИС, 9 сентября"
                or (token_start = 1 and key_after = ',' and second_kind_after = 'number')
                or (is_possessive and key_after in ({{ words("geographic_nouns") }}))
                or (actor_type = 'state' and key_after in ('region', 'regions'))
                or (key_after in ('–', '—', '-', '(', ':', '|', '/') and (second_kind_after = 'number' or token_start <= 2 or key_after in (':', '|')))
                -- "ТУНИС, 9 сентября. /ТАСС/", "1 апреля, Минск /Корр. БЕЛТА/": where it was written
                or (token_start = 1 and key_after = ',' and (second_kind_after = 'number' or second_after in ({{ words("month_keys") }})))
                or (token_start <= 5 and word_before = ',' and key_after = '/')
                or (key_after in ('was', 'were') and second_after in ('left', 'reached', 'visited'))
                or (key_after = 'by' and second_kind_after = 'number')
                or (
                    token_start = 1
                    and mention_kind = 'metonym'
                    and key_after in (',', '(', '.')
                    -- "Washington, he charged, had done nothing"
                    -- "Moscow, an ally of Damascus, dismissed it"
                    and second_after not in ({{ words("words_of_asides") }})
                )
                or (line_kind in ('title', 'heading', 'caption') and island_start = 1 and key_after = '')
            ),
            false
        ) as is_locative
    from surrounded
)

select * from final
