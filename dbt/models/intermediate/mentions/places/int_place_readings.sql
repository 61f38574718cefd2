with

all_spans as (
    select * from {{ ref('int_known_place_spans') }}
),

spans as (
    select * from all_spans
    where not coalesce(is_actor, false)
),

names as (
    select * from {{ ref('int_place_names') }}
),

documents as (
    select
        document_id,
        document_kind
    from {{ ref('stg_documents_to_read') }}
),

sentences as (
    select
        sentence_id,
        char_start as sentence_start,
        sentence_text
    from {{ ref('int_sentences') }}
),

nations as (
    select
        {{ token_key('demonym') }} as nation_key,
        min(country_iso3) as country_iso3
    from {{ ref('demonyms') }}
    group by nation_key
    having count(distinct country_iso3) = 1
),

readings as (
    select
        name_key,
        bool_or(location_type = 'governorate') as can_be_governorate,
        bool_and(location_type = 'governorate') as is_governorate_only,
        count(*) as reading_count,
        count(*) filter (where location_type = 'governorate') as governorate_count,
        min(admin1_pcode) filter (where location_type = 'settlement') as own_governorate_id,
        min(country_iso3) as country_iso3,
        count(distinct country_iso3) as country_count,
        bool_or(is_curated and country_iso3 <> 'SYR' and location_type = 'settlement') as has_city_abroad,
        min(location_id) as location_id
    from names
    group by name_key
),

-- governorates with the towns in them
governed as (
    select distinct
        governorates.name_key,
        towns.name_key as town_key
    from names as governorates
    inner join names as towns on governorates.location_id = towns.admin1_pcode and towns.location_type = 'settlement'
    where governorates.location_type = 'governorate'
),

followed as (
    select
        spans.*,
        documents.document_kind,
        readings.can_be_governorate,
        readings.is_governorate_only,
        readings.reading_count,
        readings.governorate_count,
        readings.own_governorate_id,
        readings.has_city_abroad,
        -- "the Libyan city of Tripoli", "ливийский Триполи"
        case
            when readings.country_count > 1 then {{ fold_word("regexp_extract(spans.text_before, " ~ word_before_place() ~ ", 1)") }}
        end as word_before,
        lag(spans.char_end) over in_sentence as end_before,
        lag(readings.can_be_governorate) over in_sentence as could_before,
        lead(spans.name_key) over in_sentence as next_key,
        lead(spans.char_start) over in_sentence as next_start
    from spans
    inner join documents on spans.document_id = documents.document_id
    inner join readings on spans.name_key = readings.name_key
    window in_sentence as (partition by spans.sentence_id order by spans.token_start)
),

marked as (
    select
        followed.*,
        -- here, since the conditions of a stem name the word many times
        {{ stem_ru('followed.word_before') }} as nation_key,
        -- "Idlib's Ariha"
        governed.name_key is not null and regexp_matches(text_after, {{ town_behind() }}) as owns_next,
        case
            when can_be_governorate
                then
                    is_governorate_only
                    or governed.name_key is not null and regexp_matches(text_after, {{ town_behind() }})
                    or regexp_matches(text_before, {{ governorate_before() }})
                    or regexp_matches(text_after, {{ governorate_after() }})
                    or (
                        document_kind = 'bulletin'
                        and (
                            regexp_matches(text_before, {{ count_before() }})
                            or regexp_matches(text_after, {{ count_after() }})
                        )
                    )
            else false
        end as is_marked_governorate,
        regexp_matches(text_before, {{ settlement_before() }})
        or regexp_matches(text_after, {{ settlement_after() }}) as is_marked_settlement,
        case
            when end_before is null then true
            else not regexp_full_match(
                substr(sentences.sentence_text, end_before - sentences.sentence_start + 1, char_start - end_before), {{ list_gap() }}
            )
        end as starts_list,
        coalesce(case when next_start - char_end <= 3 then regexp_matches(text_after, '^(?:, | \()') end, false) as leans_on_next,
        coalesce(case when char_start - end_before <= 3 and not could_before then regexp_matches(text_before, '(?:, | \()$') end, false)
            as is_qualifier
    from followed
    inner join sentences on followed.sentence_id = sentences.sentence_id
    left join governed
        on followed.name_key = governed.name_key and followed.next_key = governed.town_key and followed.char_end + 3 = followed.next_start
),

listed as (
    select
        *,
        sum(cast(starts_list as integer)) over (
            partition by sentence_id
            order by token_start
            rows between unbounded preceding and current row
        ) as list_number
    from marked
),

in_lists as (
    select
        *,
        bool_or(is_marked_governorate and not is_qualifier and not owns_next)
            over (
                partition by sentence_id, list_number
            )
        -- Several names that can all be governorates: a bulletin counts by governorate.
        or (
            document_kind = 'bulletin'
            and count(*) over (partition by sentence_id, list_number) > 1
            and bool_and(can_be_governorate and not is_marked_settlement) over (partition by sentence_id, list_number)
        ) as is_list_of_governorates
    from listed
),

country_mentions as (
    select distinct
        all_spans.document_id,
        all_spans.sentence_id,
        names.country_iso3
    from all_spans
    inner join names on all_spans.name_key = names.name_key
    where names.location_type = 'country'
),

governorate_mentions as (
    select distinct
        spans.document_id,
        spans.sentence_id,
        names.location_id
    from spans
    inner join names on spans.name_key = names.name_key
    where names.location_type = 'governorate'
),

document_governorates as (
    select distinct
        document_id,
        location_id
    from governorate_mentions
),

document_countries as (
    select distinct
        document_id,
        country_iso3
    from country_mentions
),

stated_governorates as (
    select distinct
        in_lists.sentence_id,
        in_lists.list_number,
        readings.location_id
    from in_lists
    inner join readings on in_lists.name_key = readings.name_key
    where readings.is_governorate_only and readings.reading_count = 1
),

-- "Damascus" means the province around it, unless the text tells "Rural Damascus" apart: then the city's own governorate
told_apart as (
    select distinct
        in_lists.document_id,
        names.name_key
    from in_lists
    inner join readings on in_lists.name_key = readings.name_key
    inner join names on readings.location_id = names.location_id
    where
        readings.is_governorate_only
        and readings.reading_count = 1
        -- "Damascus province" is the same name again
        and names.name_key not in (in_lists.name_key, replace(in_lists.name_key, 'province', ''), replace(in_lists.name_key, 'скпровинц', ''))
),

options as (
    select
        in_lists.sentence_id,
        in_lists.document_id,
        in_lists.token_start,
        in_lists.token_end,
        in_lists.char_start,
        in_lists.char_end,
        in_lists.place_text,
        names.location_id,
        names.location_name,
        names.location_type,
        names.country_iso3,
        names.admin1_pcode,
        names.population,
        names.is_curated,
        coalesce(
            case
                when in_lists.is_marked_settlement then names.location_type <> 'governorate'
                when in_lists.is_marked_governorate or in_lists.is_list_of_governorates
                    then case
                        when names.location_type <> 'governorate' then false
                        when in_lists.governorate_count > 1
                            then (names.location_id = in_lists.own_governorate_id) = (told_apart.name_key is not null)
                        else stated_governorates.location_id is null
                    end
                when names.location_type = 'governorate' then names.is_bare_meaning
            end,
            false
        ) as is_told,
        names.location_type <> 'governorate' as is_settlement,
        coalesce(in_lists.leans_on_next and next_reading.country_iso3 = names.country_iso3, false)
        or coalesce(nations.country_iso3 = names.country_iso3, false) as is_in_neighbour,
        governorate_mentions.location_id is not null as is_governorate_near,
        document_governorates.location_id is not null as is_governorate_told,
        country_mentions.country_iso3 is not null as is_country_near,
        document_countries.country_iso3 is not null as is_country_told,
        -- "Erbil" is Iraq's, though a town near Damascus is written so too
        coalesce(in_lists.has_city_abroad and names.is_curated and names.country_iso3 <> 'SYR', false) as is_city_abroad,
        coalesce(names.country_iso3 = 'SYR', false) as is_syrian
    from in_lists
    inner join names on in_lists.name_key = names.name_key
    left join told_apart on in_lists.document_id = told_apart.document_id and in_lists.name_key = told_apart.name_key
    left join nations on in_lists.nation_key = nations.nation_key
    left join readings as next_reading on in_lists.next_key = next_reading.name_key
    left join stated_governorates
        on
            in_lists.sentence_id = stated_governorates.sentence_id
            and in_lists.list_number = stated_governorates.list_number
            and names.location_id = stated_governorates.location_id
            and in_lists.reading_count > 1
    left join governorate_mentions
        on
            in_lists.sentence_id = governorate_mentions.sentence_id
            and names.admin1_pcode = governorate_mentions.location_id
    left join document_governorates
        on
            in_lists.document_id = document_governorates.document_id
            and names.admin1_pcode = document_governorates.location_id
    left join country_mentions
        on
            in_lists.sentence_id = country_mentions.sentence_id
            and names.country_iso3 = country_mentions.country_iso3
    left join document_countries
        on
            in_lists.document_id = document_countries.document_id
            and names.country_iso3 = document_countries.country_iso3
),

weighed as (
    select
        *,
        [
            is_told, is_settlement, is_in_neighbour, is_governorate_near, is_country_near, is_city_abroad, is_syrian, is_country_told,
            is_governorate_told, is_curated
        ] as evidence
    from options
),

ranked as (
    select
        *,
        row_number() over by_evidence as reading_rank,
        lead(evidence) over by_evidence as next_evidence,
        count(*) over (partition by sentence_id, token_start) as reading_count
    from weighed
    window by_evidence as (partition by sentence_id, token_start order by evidence desc, population desc, location_id)
),

final as (
    select
        sentence_id || '-p' || cast(token_start as varchar) as mention_id,
        sentence_id,
        document_id,
        token_start,
        token_end,
        char_start,
        char_end,
        place_text,
        location_id,
        location_name,
        location_type,
        country_iso3,
        admin1_pcode,
        cast(reading_rank as integer) as reading_rank,
        cast(reading_count as integer) as reading_count,
        case
            when next_evidence is null then null
            else coalesce(
                [
                    'words around it', 'a settlement before a governorate', 'the place or nation beside it',
                    'a governorate in the sentence', 'a country in the sentence', 'a city abroad before its namesake',
                    'Syria before other countries',
                    'a country in the document', 'a governorate in the document', 'the dictionary before gazetteers'
                ][list_position(list_transform(list_zip(evidence, next_evidence), lambda pair: pair[1] <> pair[2]), true)],
                'size'
            )
        end as decided_by
    from ranked
)

select * from final
