with

figures as (
    select * from {{ ref('int_figures') }}
),

own as (
    select * from {{ ref('int_figure_measures') }}
),

heads as (
    select * from {{ ref('int_figure_heads') }}
),

measures as (
    select
        measure,
        unit
    from {{ ref('measures') }}
),

figure_units as (
    select * from {{ ref('figure_units') }}
),

nouns as (
    select
        term_key,
        min(term_class) as term_class
    from {{ ref('int_term_names') }}
    where term_kind = 'noun'
    group by term_key
),

sentences as (
    select
        sentence_id,
        char_start,
        sentence_text
    from {{ ref('int_sentences') }}
),

all_tokens as (
    select
        sentence_id,
        token_number,
        token_kind,
        token_key,
        char_start,
        char_end
    from {{ ref('int_tokens') }}
),

tokens as materialized (
    {{ tokens_at('all_tokens', 'figures', ['token_end + 1', 'least(coalesce(stop_token, unit_end + 7) - 1, unit_end + 6)']) }}
),

inherited as (
    select
        figures.*,
        heads.relation,
        heads.head_mention_id,
        case
            when {{ keeps_own_measure() }} then own.rule_id
            else coalesce(first_head.rule_id, second_head.rule_id, own.rule_id)
        end as rule_id,
        case
            when {{ keeps_own_measure() }} then own.measure
            else coalesce(first_head.measure, second_head.measure, own.measure)
        end as measure,
        case
            when {{ keeps_own_measure() }} then own.default_period
            else coalesce(first_head.default_period, second_head.default_period, own.default_period)
        end as default_period,
        case
            when {{ keeps_own_measure() }} then own.modality
            else coalesce(first_head.modality, second_head.modality, own.modality)
        end as rule_modality,
        case
            when {{ keeps_own_measure() }} then own.place_role
            else coalesce(first_head.place_role, second_head.place_role, own.place_role)
        end as place_role
    from figures
    left join own on figures.mention_id = own.mention_id
    left join heads on figures.mention_id = heads.mention_id
    left join heads as heads_of_heads on heads.head_mention_id = heads_of_heads.mention_id
    left join own as first_head
        on heads.head_mention_id = first_head.mention_id and heads_of_heads.mention_id is null
    left join own as second_head on heads_of_heads.head_mention_id = second_head.mention_id
),

series as (
    select
        titles.document_id,
        bool_or(bulletin_series.is_daily) as is_daily
    from {{ ref('int_document_titles') }} as titles
    inner join {{ ref('bulletin_series') }} as bulletin_series on titles.series = bulletin_series.series
    group by titles.document_id
),

with_words as (
    select
        inherited.*,
        coalesce(series.is_daily, false) as is_daily,
        places.layout,
        next_token.token_kind as next_kind,
        next_token.token_key as next_key,
        bool_or(inherited.noun_after_class = 'not_confirmed') over (partition by inherited.sentence_id) as denies_cases,
        substring(sentences.sentence_text, inherited.char_start - sentences.char_start + 1, inherited.char_end - inherited.char_start) as zero_word,
        trim({{ label_of_figure(
            'sentences.sentence_text', 'left(sentences.sentence_text, inherited.char_start - sentences.char_start)'
        ) }}) as label,
        {{ without_closing_quote("trim(regexp_replace(substring(
            sentences.sentence_text,
            inherited.char_end - sentences.char_start + 1,
            coalesce(last_token.char_end, inherited.char_end) - inherited.char_end
        ), '\\s+', ' ', 'g'))") }} as words_after,
        -- "50 Syrian and international experts"
        regexp_extract(
            substring(sentences.sentence_text, inherited.char_end - sentences.char_start + 1, 90), {{ noun_behind_joined_adjectives() }}, 1
        ) as joined_noun
    from inherited
    inner join sentences on inherited.sentence_id = sentences.sentence_id
    left join series on inherited.document_id = series.document_id
    left join {{ ref('int_figure_places') }} as places on inherited.mention_id = places.mention_id
    left join tokens as next_token
        on inherited.sentence_id = next_token.sentence_id and inherited.token_end + 1 = next_token.token_number
    left join tokens as last_token
        on
            inherited.sentence_id = last_token.sentence_id
            and last_token.token_number = least(coalesce(inherited.stop_token, inherited.unit_end + 7) - 1, inherited.unit_end + 6)
),

-- "30 km (19 miles)" is one length
conversions as (
    select mention_id
    from figures
    window in_sentence as (partition by sentence_id order by token_start)
    qualify
        depth > 0
        and unit = lag(unit) over in_sentence
        and abs(value - lag(value) over in_sentence) <= 0.05 * lag(value) over in_sentence
),

-- "1,130 packages with a weight of 5,480 tons" is 5.48 t: nobody hands out packages of five tons
weighed as (
    select
        with_words.*,
        exists(
            select 1 from inherited as packages
            where
                packages.sentence_id = with_words.sentence_id
                and packages.measure = 'food_packages_distributed'
                and packages.value > 0
                and with_words.measure = 'aid_delivered'
                and with_words.value / packages.value > 0.2
        ) as has_decimal_comma
    from with_words
    where with_words.mention_id not in (select conversions.mention_id from conversions)
),

named as (
    select
        *,
        case
            -- "the two ministers", but "the one million refugees"
            when number_kind = 'words' and key_before = 'the' and document_kind = 'article' and currency is null and coalesce(value, 0) < 1000 then null
            -- "all eight cases the other side does not confirm" are the zero beside them
            when starts_with(measure, 'ceasefire_violations') and key_before in ('all', 'все', 'всех') and denies_cases then null
            -- "None of the vehicles was damaged" counts no vehicles
            when
                number_kind = 'zero'
                and next_key in ('of', 'из')
                and measure not in ('ceasefire_violations', 'ceasefire_violations_confirmed')
                and not (measure in ('people_killed', 'people_injured') and {{ is_none_of_people() }})
                then null
            -- "there is no money for the displaced", "no country has more of them": what is denied is not what the measure counts
            when
                number_kind = 'zero'
                and coalesce(noun_after_class, 'country') = 'country'
                and next_kind = 'word'
                and zero_word in ('no', 'No')
                and measure not in (
                    'ceasefire_violations', 'ceasefire_violations_confirmed', 'people_killed', 'people_injured', 'people_detained', 'other'
                )
                then null
            -- "Two crossings stay open": which two, the text tells
            when line_kind = 'title' and number_kind = 'words' and value <= 2 and noun_after_class in ('country', 'checkpoint', 'person') then null
            when measure in ('funding_allocated', 'funding_required') and coalesce(value, value_high) < 1000 then 'other'
            when measure is not null then measure
            when number_kind = 'words' and key_before = 'the' and coalesce(value, 0) < 1000 then null
            -- a box of key figures: "13.5 M Targeted for assistance"
            when
                document_kind = 'bulletin'
                and line_kind = 'heading'
                and token_start = 1
                and number_kind = 'digits'
                and is_bare
                and value >= 1000
                and next_key in ({{ words("told_of_people") }})
                then 'other'
            when number_kind = 'zero' or (line_kind in ('title', 'heading', 'caption') and coalesce(key_before, '') <> '.') then null
            when relation is not null and (document_kind = 'bulletin' or relation not in ('of which', 'sibling')) then null
            when document_kind = 'bulletin' and is_daily
                then
                    case
                        when
                            (number_kind = 'digits' or value > 12)
                            and noun_after_class in (
                                'settlement', 'country', 'location', 'power_station', 'water_facility', 'energy_facility', 'bakery',
                                'bridge', 'school', 'medical_facility', 'house', 'checkpoint', 'meeting', 'people', 'family'
                            )
                            then 'other'
                    end
            -- "half a million litres"
            when (unit is not null or currency is not null) and (number_kind = 'digits' or value >= 1000) then 'other'
            when currency is not null and value >= 1e6 then 'other'
            -- "Sixteen percent of the aid"
            when unit_class = 'share' and number_kind = 'words' then 'other'
            when
                document_kind = 'bulletin'
                and is_bare
                and number_kind = 'digits'
                and label <> ''
                and depth = 0
                and coalesce(next_kind, '') <> 'word'
                then 'other'
            -- "the envoys of two countries", "two permanent members": whom the text means, not how many
            when number_kind = 'words' and value = 2 and noun_after_class in ('country', 'person', 'checkpoint') then null
            -- and "people left four besieged towns"
            when number_kind = 'words' and value <= 4 and document_kind = 'article' and {{ is_a_few_of_a_kind() }} then null
            -- Russian has no article: "Три страны призвали"
            when number_kind = 'words' and value <= 4 and noun_after_class = 'country' and language = 'ru' and token_start = 1 then null
            -- "the talks broke down twice"
            when noun_after_class = 'case' and number_kind = 'phrase' then null
            -- "a minimum of nine “yes” votes": what a term names is counted, whatever stands between
            when noun_after_class is not null and value >= 2 then 'other'
            when noun_after_class is not null and qualifier <> 'exact' then 'other'
            -- "Only 59 out of 114 latrine blocks work"
            when is_of_whole and number_kind = 'digits' then 'other'
            -- "from Fiji (150), India (191) and Nepal (363)"
            when
                document_kind = 'bulletin' and is_bare and number_kind = 'digits' and value > 30 and layout = 'place (figure)' and relation is null
                then 'other'
            when
                next_kind = 'word'
                and next_key not in ({{ words("words_behind_no_count") }})
                and number_kind = 'digits'
                then 'other'
        end as final_measure
    from weighed
),

-- the parts of a figure that fits no measure fit none either; written out, or DuckDB cannot plan for
-- a refresh in which no document is read
settled as materialized (
    select
        named.* replace (
            case when heads_named.mention_id is not null then 'other' else named.final_measure end as final_measure
        ),
        coalesce(heads_named.noun_after, heads_named.words_after) as head_words,
        heads_named.noun_after_class as head_class,
        case when heads_named.next_key in ({{ words("told_of_people") }}) and {{ may_be_of_people('heads_named') }} then 'people' else heads_named.unit end
            as head_unit
    from named
    left join named as heads_named
        on
            named.head_mention_id = heads_named.mention_id
            -- "1,058 troops, including 57 women": nor do the women
            and (named.relation in ('breakdown', 'of which', 'carried', 'subgroup') or (named.relation = 'sibling' and named.is_bare))
            and (
                -- "and 560 others were injured"
                (named.is_bare and coalesce(named.measure not in ('people_killed', 'people_injured'), true))
                or named.final_measure is null
                or (named.relation = 'carried' and named.currency is not null)
            )
            and heads_named.final_measure = 'other'
),

final as (
    select
        named.mention_id,
        named.sentence_id,
        named.document_id,
        named.document_kind,
        named.language,
        named.line_number,
        named.sentence_number,
        named.line_kind,
        named.section_heading,
        named.token_start,
        named.token_end,
        named.unit_end,
        named.key_before,
        named.depth,
        named.header_start,
        named.char_start,
        named.char_end,
        named.number_kind,
        named.qualifier,
        named.relation,
        named.head_mention_id,
        named.rule_id,
        named.final_measure as measure,
        named.default_period,
        named.rule_modality,
        coalesce(named.place_role, 'any') as place_role,
        named.noun_after_class,
        case when named.has_decimal_comma then named.value / 1000 else named.value * {{ to_hectares() }} end as value,
        case when named.has_decimal_comma then named.value_low / 1000 else named.value_low * {{ to_hectares() }} end as value_low,
        case when named.has_decimal_comma then named.value_high / 1000 else named.value_high * {{ to_hectares() }} end as value_high,
        case
            when named.final_measure = 'other'
                then coalesce(
                    case when rule_units.unit = 'people' and named.noun_after_class = 'family' then 'families' else rule_units.unit end,
                    named.unit,
                    noun_units.unit,
                    case when named.currency is not null then 'money' end,
                    case when named.is_bare then named.head_unit end,
                    case when named.next_key in ({{ words("told_of_people") }}) and {{ may_be_of_people('named') }} then 'people' end,
                    joined_units.unit,
                    nullif(regexp_extract(named.joined_noun, '(\S+)$', 1), ''),
                    -- a Russian noun is known by its stem
                    case
                        when named.language = 'ru' and named.noun_after is not null
                            then case named.noun_after_class when 'settlement' then 'settlements' when 'country' then 'countries' else 'items' end
                    end,
                    -- "4,850 Red Cross messages exchanged"
                    case
                        when named.noun_after is null and named.head_words is null
                            then nullif(regexp_extract(named.words_after, '(?:^| )(\p{Ll}{2,}[^s\W]s)(?: |$)', 1), '')
                    end,
                    nullif(regexp_extract(
                        coalesce(
                            named.noun_after,
                            named.head_words,
                            -- "1,481 partially"
                            case when not (named.is_bare and named.next_key like '%ly') then nullif(named.words_after, '') end,
                            nullif(lower(regexp_extract(named.label, {{ head_of_label() }}, 1)), ''),
                            nullif(named.label, ''),
                            named.noun_before
                        ),
                        '(\S+)$',
                        1
                    ), '')
                )
            when measures.unit = 'people' and named.noun_after_class = 'family' then 'families'
            else measures.unit
        end as unit,
        named.currency,
        coalesce(
            nullif(named.joined_noun, ''),
            -- "six of these took place in Idlib"
            case when named.is_bare and regexp_matches(named.words_after, {{ of_those_counted() }}) then coalesce(named.head_words, named.noun_before) end,
            nullif(regexp_replace(named.words_after, '^(?:of (?:the|these|those|its|their|all) |\d.*)', ''), ''),
            case when not regexp_full_match(named.label, {{ time_cell() }}) then nullif(named.label, '') end,
            -- what stands before a figure may be another thing than what it counts
            case
                when
                    named.final_measure in ('people_killed', 'people_injured', 'people_detained', 'convoy_trucks')
                    and coalesce(named.noun_before_class, '') not in ({{ classes_of_people() }}, 'death', 'injury', 'prisoner', 'truck')
                    then measures.unit
                when named.noun_after_class = 'fire_zero' then measures.unit
                when measures.unit = 'money' then replace(named.final_measure, '_', ' ')
                else named.noun_before
            end
        ) as subject
    from settled as named
    inner join measures on named.final_measure = measures.measure
    left join figure_units as rule_units on named.rule_id = rule_units.named_by
    left join figure_units as noun_units on coalesce(named.noun_after_class, named.head_class) = noun_units.named_by
    left join nouns as joined_nouns on regexp_extract(named.joined_noun, '(\S+)$', 1) = joined_nouns.term_key
    left join figure_units as joined_units on joined_nouns.term_class = joined_units.named_by
    where
        (named.value is not null or named.qualifier = 'range' or named.is_damaged)
        and not (
            named.number_kind = 'words' and named.value = 1 and named.is_bare and coalesce(named.next_key not in ('death', 'fatality'), true)
            and (
                named.relation is null
                -- "six in Aleppo, one in Latakia" divides a count; another article's "one in Latakia" is a pronoun
                or (named.document_kind = 'article' and not (named.relation in ('breakdown', 'sibling') and named.final_measure <> 'other'))
            )
        )
        -- "sacks weighing 50 kg each", "160 tons in eight trucks, 20 tons each": what one of them weighs
        and not (
            named.unit_class = 'weight'
            and named.key_before in ('weighing', 'weighs', 'weigh', 'вес', ',')
            and regexp_matches(split_part(named.words_after, ' ', 2), '^(?:each|apiece|кажд\p{L}+)$')
        )
        and coalesce(named.next_key, '') not in ('thirds', 'third', 'quarters', 'fifths')
        -- "after 13 years of civil war" tells when, not how much
        and not regexp_matches(coalesce(named.words_after, ''), {{ years_of_war() }})
)

select * from final
