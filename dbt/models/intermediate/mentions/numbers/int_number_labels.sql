with

numbers as (
    select * from {{ ref('int_number_neighbours') }}
),

beside as (
    select
        *,
        lag(token_end) over in_sentence as last_end,
        lag(token_end, 2) over in_sentence as second_last_end,
        lag(key_before) over in_sentence as last_key_before,
        lag(second_key_before) over in_sentence as last_second_key_before,
        regexp_matches(own_token, '^0\d\d')
        or coalesce(
            number_kind = 'digits'
            and (
                key_before in ({{ words("telephone_words") }})
                -- "тел. 57", but "тела 57 погибших"
                or (token_before = '.' and second_key_before = 'тел')
                or (
                    token_before in (':', ',', '+', '-', '–', '(')
                    and second_key_before in ({{ words("telephone_words") }}, 'line', 'lin', 'лин')
                )
            ),
            false
        ) as is_telephone
    from numbers
    window in_sentence as (partition by sentence_id order by token_start)
),

marked as (
    select
        *,
        count(*) filter (where gap_before = '-' and is_behind_name) over (partition by sentence_id) as hyphened_count,
        lag(is_telephone) over in_sentence as last_is_telephone,
        lag(is_telephone, 2) over in_sentence as second_last_is_telephone
    from beside
    window in_sentence as (partition by sentence_id order by token_start)
),

-- "011 555 0147": what stands to a telephone number is one
telephones as (
    select
        sentence_id,
        token_start,
        'telephone' as not_a_quantity
    from marked
    where
        is_telephone
        or (last_is_telephone and token_start <= last_end + 2)
        or (second_last_is_telephone and token_start <= second_last_end + 4)
),

-- a number that is the name of its thing, or a part of it
labels as (
    select
        sentence_id,
        token_start,
        'label' as not_a_quantity
    from marked
    where
        token_before = '#'
        -- the number of a note: "people[1]", "[2, 3]", "of them fled.4 At noon"
        or (
            number_kind = 'digits'
            and value < 1000
            and (
                (token_before = '[' and token_after in (']', ',', ';', '-', '–'))
                or (token_after = ']' and token_before in ('[', ',', ';', '-', '–'))
            )
        )
        or (
            number_kind = 'digits'
            and value < 200
            and unit is null
            and currency is null
            and scale is null
            and gap_before = ''
            and token_before = '.'
            and (is_name_after or token_after is null)
        )
        -- "para. 45", "pp. 12-14"
        or (number_kind = 'digits' and token_before = '.' and second_key_before in ('para', 'paras', 'p', 'pp'))
        or (
            (gap_before = '-' or token_before in ('-', '–'))
            and token_start <= last_end + 2
            and last_key_before = '.'
            and last_second_key_before in ('para', 'paras', 'p', 'pp')
        )
        -- "on 22 July '19"
        or (number_kind = 'digits' and gap_before = '' and token_before in ('''', '’', '‘') and second_key_before in ({{ words("month_keys") }}))
        -- "2. Return of refugees"
        or (token_start = 1 and number_kind = 'digits' and token_after in ('.', ')') and value < 40)
        or (
            number_kind = 'digits'
            and key_before in ({{ words("named_by_number") }})
            and not coalesce(token_before in ('number'), false)
            -- "in the de-escalation zone 29 attacks came"
            and not (
                key_before in ('zone', 'зон')
                and coalesce(second_key_before not in ('in', 'of', 'and', 'the', 'в', 'и'), false)
                and regexp_matches(coalesce(token_after, ''), '^\p{Ll}{4,}')
                and key_after not in ('were', 'with', 'from', 'have', 'that', 'which', 'after', 'during', 'under')
            )
        )
        -- "Executive Order 14312", "Decree 66", "Law 10"
        or (number_kind = 'digits' and is_behind_name and key_before in ('order', 'decree', 'law', 'section', 'gl', 'unscr', 'указ', 'закон'))
        -- "Table 2", "IPC Phase 3"
        or (
            number_kind = 'digits'
            and value < 100
            and (key_before in ('phase', 'berth', 'pier', 'quay', 'terminal') or (is_behind_name and key_before in ({{ words("numbered_things") }})))
        )
        -- "Cholera in Syria, situation report 6"
        or (
            number_kind = 'digits'
            and value < 400
            and unit is null
            and scale is null
            and key_before in ('report', 'sitrep', 'update', 'bulletin', 'snapshot', 'newsletter', 'brief')
            and coalesce(token_after in (',', ')', ':', '-', '–', '—', '|'), true)
        )
        -- "Division 25", "Meeting 8746"
        or (number_kind = 'digits' and is_behind_name and key_before in ({{ words("numbered_bodies") }}))
        -- "a date for Geneva 2", "the Astana 5 talks", but "in Geneva 2 delegations met"
        or (
            number_kind = 'digits'
            and value <= 30
            and unit is null
            and currency is null
            and scale is null
            and is_behind_name
            and key_before in ({{ words("cities_of_talks") }})
            and coalesce(key_after not in ({{ words("counted_people") }}, 'men'), true)
            and (
                not regexp_matches(coalesce(key_after, ''), '^\p{Ll}{4,}(?:s|ов|ев|ей)$')
                or key_after in ({{ words("names_of_talks") }})
            )
        )
        -- "Week 23: 1,402", "Day 3"
        or (
            number_kind = 'digits'
            and value <= 53
            and key_before in ('week', 'day')
            and (is_behind_name or coalesce(token_after in (')', ':'), false))
        )
        -- "near 1,226 height", "height 409.5"
        or (number_kind = 'digits' and (key_after in ('height', 'heights', 'высот') or key_before in ('height', 'hill', 'высот')))
        -- "1,020,000 / 987,300": between blanks a slash parts cells
        or (key_before = '/' and (gap_before <> ' ' or value < 32 or regexp_full_match(own_token, '(?:19|20)\d{2}')))
        or (token_after = '/' and (gap_after <> ' ' or value < 32 or regexp_full_match(own_token, '(?:19|20)\d{2}')))
        -- "офицер 5-го корпуса"
        or (number_kind = 'digits' and gap_after = '-' and key_after in ({{ words("russian_ordinal_endings") }}))
        -- "the 3RP partners"
        or (
            number_kind = 'digits'
            and value < 10
            and gap_after = ''
            and unit is null
            and currency is null
            and scale is null
            and regexp_full_match(coalesce(token_after, ''), '\p{Lu}{2,3}')
        )
        -- "the village of Al-Hamadiya-4 (Hasakah province)", but "Aleppo-3, Hama-2" divides a count
        or (
            gap_before = '-'
            and number_kind = 'digits'
            and value < 100
            and is_behind_hyphened_name
            and (hyphened_count = 1 or coalesce(token_after not in (',', ';', '.', ')', 'and', 'и'), false))
        )
        -- "a Su-24 aircraft"
        or (gap_before = '-' and number_kind = 'digits' and key_before in ({{ words("designations") }}))
),

-- what one thing measures, however many of it there are
measurements as (
    select
        sentence_id,
        token_start,
        'measurement' as not_a_quantity
    from marked
    where
        -- "a 23-page report"
        (gap_after = '-' and key_after in ({{ words("things_measured") }}))
        -- "122 mm rockets" are of that bore
        or (key_after in ({{ words("bores") }}) and unit is null)
        -- "a food parcel of 35 kg", "50 kg bags of flour": what one of them weighs
        or (
            unit_class = 'weight'
            and (
                (key_before = 'of' and second_key_before in ({{ words("single_packages") }}))
                or (value * factor < 0.2 and number_kind = 'digits' and key_after_unit in ({{ words("packages") }}))
            )
        )
        -- "7.7 magnitude", "7 degrees below zero": read off an instrument, not counted
        or key_after in ('magnitude', 'degree', 'degrees', 'richter', 'магнитуд')
        or key_before in ('magnitude', 'minus', 'магнитуд')
        or (key_before = 'of' and second_key_before = 'magnitude')
        -- "of magnitude 7.7 and 7.6"
        or (key_before in ('and', 'or', 'и') and token_start = last_end + 2 and last_key_before in ('magnitude', 'магнитуд'))
        -- "9,200 m3 of water"
        or (gap_before = '' and number_kind = 'digits' and value in (2, 3) and key_before in ('m', 'km', 'cm', 'м', 'км'))
),

final as (
    select * from telephones
    union all
    select * from labels
    union all
    select * from measurements
)

select * from final
