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

commas as (
    select distinct phrases.document_id
    from phrases
    inner join near_tokens as own
        on phrases.sentence_id = own.sentence_id and phrases.token_start = own.token_number
    where regexp_full_match(own.token, '[1-9],\d{3}')
),

neighbours as (
    select
        phrases.*,
        before.token as token_before,
        before.token_key as key_before,
        coalesce(before.is_capitalised and second_before.token_key in ('in', 'at', 'of', 'and', ',', ';', ':', 'в', 'и'), false) as is_name_before,
        coalesce(second_before.token_kind = 'word' and second_before.token_key not in ('years', 'лет'), false) as is_word_second_before,
        after.token as token_after,
        after.token_key as key_after,
        after.gap_before as gap_after,
        second.token_key as second_key_after,
        behind_unit.token_key as key_after_unit,
        own.gap_before,
        own.token as own_token,
        second_before.token_key as second_key_before,
        case when phrases.figure_start < phrases.token_start then second_before.token_key else before.token_key end as key_before_figure,
        coalesce(after.is_capitalised, false) as is_name_after,
        coalesce(before.is_capitalised, false) as is_behind_name,
        -- a text that writes 2,018 people means a year by 2018
        commas.document_id is not null as writes_commas
    from phrases
    left join commas on phrases.document_id = commas.document_id
    left join near_tokens as before
        on phrases.sentence_id = before.sentence_id and phrases.token_start = before.token_number + 1
    left join near_tokens as second_before
        on phrases.sentence_id = second_before.sentence_id and phrases.token_start = second_before.token_number + 2
    left join near_tokens as own
        on phrases.sentence_id = own.sentence_id and phrases.token_start = own.token_number
    left join near_tokens as after
        on phrases.sentence_id = after.sentence_id and phrases.token_end = after.token_number - 1
    left join near_tokens as second
        on phrases.sentence_id = second.sentence_id and phrases.token_end = second.token_number - 2
    left join near_tokens as behind_unit
        on phrases.sentence_id = behind_unit.sentence_id and phrases.unit_end = behind_unit.token_number - 1
),

changes as (
    select
        sentence_id,
        token_number
    from tokens
    where
        token_key in (select unnest([
            'rose', 'risen', 'rise', 'rises', 'rising', 'grew', 'grown', 'grows', 'increased', 'increase', 'increases', 'increasing', 'fell',
            'fallen', 'falls', 'dropped', 'drop', 'decreased', 'declined', 'went', 'gone', 'jumped', 'climbed', 'up', 'down', 'changed',
            'corrected', 'revised', 'raised', 'reduced', 'plummeted', 'plummeting', 'plunged', 'plunging', 'shrank', 'shrunk', 'soared',
            'surged', 'doubled', 'tripled', 'expanded'
        ]))
),

-- "rose from 1,144 to 1,150" states the second figure; the first is what it was before
changing as (
    select
        neighbours.*,
        regexp_matches(neighbours.own_token, '^0\d\d')
        or coalesce(
            neighbours.number_kind = 'digits'
            and (
                neighbours.key_before in ({{ telephone_words() }})
                or (
                    neighbours.token_before in (':', ',', '+', '-', '–', '(')
                    and neighbours.second_key_before in ({{ telephone_words() }}, 'line', 'lin', 'лин', 'линии')
                )
            ),
            false
        ) as is_telephone,
        coalesce(neighbours.key_before = 'с' and neighbours.key_after = 'до', false)
        or (
            coalesce(neighbours.key_before_figure = 'from', false)
            and coalesce(lead(neighbours.key_before_figure) over in_sentence in ('to', 'by'), false)
            -- "fell from $67 billion in 2011 to $21 billion" are two figures of two years
            and (
                neighbours.figure_start = neighbours.token_start
                or lead(neighbours.figure_start) over in_sentence = neighbours.token_end + 2
            )
            and exists (
                select 1 from changes
                where
                    changes.sentence_id = neighbours.sentence_id
                    and changes.token_number between neighbours.phrase_start - 7 and neighbours.phrase_start - 2
            )
        ) as is_former,
        lead(neighbours.token_start) over in_sentence as next_start,
        lead(neighbours.value) over in_sentence as next_value,
        lead(neighbours.number_kind) over in_sentence as next_kind
    from neighbours
    window in_sentence as (partition by neighbours.sentence_id order by neighbours.token_start)
),

ratios as (
    select
        *,
        coalesce(
            next_start between token_end + 2 and token_end + case when key_after = 'out' then 4 else 3 end
            and next_value > value
            and value <= 9
            and next_value <= 20
            and (
                (number_kind = 'words' and next_kind = 'words')
                -- "1 in 3 communities"
                or (number_kind = 'digits' and value = 1 and key_after in ('in', 'out') and next_kind = 'digits')
            )
            and key_after in ('in', 'of', 'out')
            -- "two of the nine hospitals" are counted
            and coalesce(second_key_after <> 'the' and key_before <> 'only', true),
            false
        ) as next_is_ratio
    from changing
),

final as (
    select
        sentence_id,
        token_start,
        case
            when is_former then 'former value'
            -- "011 555 0147": what stands to a telephone number is one
            when
                is_telephone
                or coalesce(lag(is_telephone, 1) over in_sentence and token_start <= lag(token_end, 1) over in_sentence + 2, false)
                or coalesce(lag(is_telephone, 2) over in_sentence and token_start <= lag(token_end, 2) over in_sentence + 4, false)
                then 'telephone'
            when
                number_kind = 'zero'
                and (
                    key_after in ('longer', 'later', 'doubt')
                    -- "no larger convoy has ever come"
                    or key_after in ({{ comparatives() }})
                    or (key_after in ('fewer', 'less', 'more') and second_key_after = 'than')
                )
                then 'comparator'
            -- "in four years there had been none" tells what was before
            when number_kind = 'zero' and key_before = 'been' and second_key_before = 'had' and token_after in ('.', ',', ';') then 'former value'
            when
                -- "asked that no one be deported"
                number_kind = 'zero' and (key_after = 'be' or second_key_after = 'be')
                then 'called for'
            when
                lag(next_is_ratio) over (partition by sentence_id order by token_start)
                then 'ratio'
            -- "2. Return of refugees"
            when token_start = 1 and number_kind = 'digits' and token_after in ('.', ')') and value < 40 then 'enumeration'
            -- "one in three of them", "two thirds"
            when number_kind in ('words', 'digits') and key_after in ('in', 'of', 'out') and next_is_ratio then 'ratio'
            when (number_kind = 'words' or (number_kind = 'digits' and value < 10)) and key_after in (
                'thirds', 'third', 'quarters', 'quarter', 'fifths', 'fifth', 'tenths', 'halves', 'трет', 'четвертых', 'четверт', 'пят', 'десят'
            ) then 'fraction'
            -- "a volunteer, 27, was wounded"
            when
                number_kind = 'digits'
                and token_before = ','
                and token_after = ','
                and unit is null
                and currency is null
                and value between 1 and 110
                and is_word_second_before
                then 'age'
            -- "the 2017 Humanitarian Response Plan"
            when
                number_kind = 'digits'
                and value between 1990 and 2040
                and regexp_full_match(own_token, '(?:19|20)\d{2}')
                and (
                    is_name_after
                    or (key_before = 'the' and key_after not in ({{ counted_people() }}))
                    or (
                        writes_commas
                        and unit is null
                        and currency is null
                        and coalesce(qualifier_before, '') = ''
                        and coalesce(key_after not in ({{ counted_people() }}), true)
                    )
                )
                then 'year'
            -- "a 2018 deal", "the 1974 Disengagement Agreement"
            when
                number_kind = 'digits'
                and regexp_full_match(own_token, '(?:19|20)\d{2}')
                and value < 2041
                and unit is null
                and currency is null
                and (
                    key_before in ('a', 'an')
                    or (
                        (key_before in ('the', 'its', 'their', 'his', 'this', 'that', 's') or is_behind_name)
                        and (key_after in ({{ things_of_a_year() }}) or second_key_after in ({{ things_of_a_year() }}))
                    )
                    or (key_before = 'the' and is_name_after and second_key_after not in ({{ counted_people() }}))
                )
                then 'year'
            -- "children under five"
            when
                token_before in ('under', 'over', 'below')
                and second_key_before in ('child', 'children', 'boys', 'girls', 'minors', 'people', 'women', 'men', 'those')
                and unit is null
                and value < 100
                then 'age'
            -- a column "Under 18"
            when token_before in ('Under', 'under') and value in (1, 2, 5, 12, 14, 15, 17, 18) and coalesce(token_after in ('|', ')', ':'), true) then 'age'
            -- "below the age of five", "в возрасте до пяти лет"
            when key_before = 'of' and second_key_before in ('age', 'ages') and value < 100 then 'age'
            -- "under-five children"
            when key_before = 'under' and gap_before = '-' then 'age'
            when key_before in ('aged', 'age', 'ages') and number_kind in ('digits', 'words') then 'age'
            when gap_after = '-' and key_after in ('year', 'years', 'month', 'day', 'летн') then 'age or span'
            -- "офицер 5-го корпуса"
            when number_kind = 'digits' and gap_after = '-' and key_after in ({{ russian_ordinal_endings() }}) then 'ordinal'
            -- "a 23-page report"
            when gap_after = '-' and key_after in ({{ things_measured() }}) then 'label'
            -- "122 mm rockets" are of that bore
            when key_after in ({{ bores() }}) and unit is null then 'label'
            -- "a food parcel of 35 kg", "50 kg bags of flour": what one of them weighs
            when
                unit_class = 'weight'
                and (
                    (key_before = 'of' and second_key_before in ({{ single_packages() }}))
                    or (value * factor < 0.2 and number_kind = 'digits' and key_after_unit in ({{ packages() }}))
                )
                then 'weight of one'
            when key_after in ('years', 'лет', 'year') and second_key_after = 'old' then 'age'
            when
                number_kind = 'digits'
                and key_before in (
                    'no', 'nos', '№', 'number', 'resolution', 'resolutions', 'article', 'zone', 'chapter', 'page', 'document', 'room',
                    'резолюц', 'номер', 'стат', 'стать', 'пункт', 'зон', 'highway', 'route', 'flight', 'paragraph', 'annex', 'item'
                )
                and not coalesce(token_before in ('number'), false)
                -- "in the de-escalation zone 29 attacks came"
                and not (
                    key_before in ('zone', 'зон')
                    and coalesce(second_key_before not in ('in', 'of', 'and', 'the', 'в', 'и'), false)
                    and regexp_matches(coalesce(token_after, ''), '^\p{Ll}{4,}')
                    and key_after not in ('were', 'with', 'from', 'have', 'that', 'which', 'after', 'during', 'under')
                )
                then 'label'
            -- "Executive Order 14312", "Decree 66", "Law 10"
            when number_kind = 'digits' and is_behind_name and key_before in ('order', 'decree', 'law', 'section', 'указ', 'закон') then 'label'
            -- "the projected 2024 gross domestic product"
            when
                number_kind = 'digits'
                and value between 1990 and 2040
                and regexp_full_match(own_token, '(?:19|20)\d{2}')
                and key_after in ('gross', 'gdp', 'budget', 'census', 'constitution', 'harvest', 'season', 'levels')
                then 'year'
            -- "1 January-1 July"
            when
                number_kind = 'digits'
                and value <= 31
                and unit is null
                and currency is null
                and is_name_after
                and key_after in ({{ month_keys() }})
                then 'date'
            when
                number_kind = 'words' and value = 1
                and key_after in ('of', 'another', 'day', 'more', 'side', 'hand', 'from', 'who', 'that', 'which', 'has', 'is', 'for', 'could', 'can')
                then 'pronoun'
            when
                key_before in ('no', 'ни', 'any', 'every', 'each', 'the', 'this', 'that', 'which', 'for') and number_kind = 'words' and value = 1
                and key_before <> 'the' then 'pronoun'
            when
                number_kind = 'words' and value = 1
                and token_after in ('.', ',', ';', ')')
                and key_before not in ('(', '-', '–', '—', ':', '|')
                -- "in Aleppo one"
                and not is_name_before
                and key_before not in ('province', 'governorate', 'провинц', 'мухафаз')
                then 'pronoun'
            -- "twice as many", "twice a week"
            when
                number_kind = 'phrase'
                and value in (2, 3)
                and regexp_full_match(lower(own_token), 'twice|thrice|дважды|трижды')
                and (
                    key_after in ('as', 'the', 'a', 'that', 'what', 'its', 'their', 'more', 'daily', 'weekly', 'monthly', 'yearly', 'больш')
                    or key_before in ('than', 'at', 'once', 'think')
                )
                then 'comparison'
            -- "(once)" counts, "once the road was open" does not
            when number_kind = 'phrase' and lower(own_token) = 'once' and coalesce(token_before <> '(' or token_after <> ')', true) then 'time'
            -- "women of 60 or more"
            when
                key_before = 'of'
                and second_key_before in ({{ counted_people() }}, 'boys', 'girls', 'minors')
                and token_after in ('or', 'and')
                and value < 100
                and unit is null
                then 'age'
            when number_kind = 'words' and key_before = 'of' and token_after in ('.', ',', ';', ')') then 'pronoun'
            -- "members of a single family", "in a single day"
            when
                number_kind = 'phrase'
                and value = 1
                and lower(own_token) = 'a'
                and key_before in ('of', 'in', 'from', 'by', 'within', 'on', 'at')
                then 'definite'
            when number_kind = 'words' and value <= 3 and key_before in ('the', 'these', 'those') then 'definite'
            -- "half of the 3,852 are from Daraa" speaks of those that were counted before
            when
                number_kind = 'digits'
                and key_before in ('the', 'these', 'those')
                and second_key_before = 'of'
                and unit is null
                and currency is null
                and scale is null
                and (
                    key_after in ('are', 'were', 'is', 'was', 'have', 'had', 'has', 'came', 'come', 'live', 'stayed', 'will')
                    or token_after in ('.', ',', ';')
                )
                then 'definite'
            when token_before = '#' then 'label'
            -- "В 7.40 у города", "at 7.40 on the road"
            when
                number_kind = 'digits'
                and regexp_full_match(own_token, '(?:[01]?\d|2[0-3])\.[0-5]\d')
                and key_before in ('at', 'в', 'около', 'до', 'с')
                and unit is null
                and currency is null
                and scale is null
                and coalesce(key_after not in ({{ counted_people() }}, 'per'), true)
                and (key_before = 'в' or key_after in ('on', 'near', 'when', 'a', 'the', ','))
                then 'hour'
            -- "near 1,226 height", "height 409.5"
            when number_kind = 'digits' and (key_after in ('height', 'heights', 'высот') or key_before in ('height', 'hill', 'высот')) then 'label'
            -- "Table 2", "IPC Phase 3"
            when
                number_kind = 'digits'
                and value < 100
                and (key_before in ('phase', 'berth', 'pier', 'quay', 'terminal') or (is_behind_name and key_before in ({{ numbered_things() }})))
                then 'label'
            -- "Week 23: 1,402"
            when
                number_kind = 'digits'
                and value <= 53
                and key_before = 'week'
                and (is_behind_name or coalesce(token_after in (')', ':'), false))
                then 'label'
            -- "7.7 magnitude", "7 degrees below zero": read off an instrument, not counted
            when
                key_after in ('magnitude', 'degree', 'degrees', 'richter', 'магнитуд')
                or key_before in ('magnitude', 'minus', 'магнитудой', 'магнитуд')
                or (key_before = 'of' and second_key_before = 'magnitude')
                -- "of magnitude 7.7 and 7.6"
                or (
                    key_before in ('and', 'or', 'и')
                    and coalesce(
                        token_start = lag(token_end) over in_sentence + 2 and lag(key_before) over in_sentence in ('magnitude', 'магнитудой'), false
                    )
                )
                then 'label'
            -- "1,020,000 / 987,300": between blanks a slash parts cells
            when
                (key_before = '/' and (gap_before <> ' ' or value < 32 or regexp_full_match(own_token, '(?:19|20)\d{2}')))
                or (token_after = '/' and (gap_after <> ' ' or value < 32 or regexp_full_match(own_token, '(?:19|20)\d{2}')))
                then 'label'
            -- "9,200 m3 of water"
            when gap_before = '' and number_kind = 'digits' and value in (2, 3) and key_before in ('m', 'km', 'cm', 'м', 'км') then 'label'
            -- "a Su-24 aircraft"
            when gap_before = '-' and number_kind = 'digits' and key_before in ({{ designations() }}) then 'label'
        end as not_a_quantity,
        case
            when coalesce(lag(is_former) over (partition by sentence_id order by token_start), false) and key_before = 'до' then null
            else qualifier_before
        end as qualifier_before,
        token_before,
        key_before,
        second_key_before,
        gap_before,
        key_after,
        second_key_after,
        key_after_unit
    from ratios
    window in_sentence as (partition by sentence_id order by token_start)
)

select * from final
