-- depends_on: {{ ref('date_labels') }}
{%- set labels = "(?i:" ~ date_labels(["own", "first", "later"]) ~ ")" %}
{%- set joint = "[,;:|(\[/–—·•-]\s*" %}
{%- set hour = "(?:\d{1,2}[:.]\d{2}(?::\d{2})?|\d{1,2} ?[AaPp]\.?[Mm]|\d{4} (?:hrs|hours|GMT|UTC))" %}
{%- set hour_before = "(?:" ~ hour ~ "(?: ?[AP]M)?(?: [A-Z]{2,4}(?:[+-]\d+)?)?(?: \([^()]{1,20}\))?,? )?" %}
{%- set after_label = "(?:^|" ~ joint ~ ")" ~ labels ~ "(?: (?:on|at|in))? ?:? ?" ~ hour_before %}
{%- set after_first = "(?:^|[^\p{L}])(?i:" ~ date_labels(["first"]) ~ ")(?: (?:on|at|in))? ?:? ?" %}
{%- set after_later = "(?:^|[^\p{L}])(?i:" ~ date_labels(["later"]) ~ ")(?: (?:on|at|in))? ?:? ?" ~ hour_before %}
{%- set other = "(?:^|[^\p{L}])(?i:" ~ date_labels(["other"]) ~ ")" %}
{#- It counts letters, which is slow: it is tried where one of its words stands. -#}
{%- set after_other = other ~ "(?:[^\p{L}][^|;•]{0,40})?" %}
{%- set after_bound = "(?:^|[^\p{L}])(?i:(?:" ~ date_labels(["bound"]) ~ ")(?: the)? )" %}
{%- set report_name = "bulletin|report|update|briefing|note|summary|sitrep|digest|statement|flash|overview|snapshot|fact ?sheet|readout" -%}
{%- set own_name = report_name ~ "|сводка|бюллетень|брифинг|отч[её]т|доклад|справка" %}
{%- set number = "(?: (?:no|number|№)\.? ?| ?#)\d+,?" %}
{%- set after_name = "(?i:(?:^|[^\p{L}])(?:" ~ own_name ~ ")(?:(?:" ~ number ~ ")?,? (?:of|от)|" ~ number ~ ") )" %}
{#- "Newsletter of the Ministry on the truce of 3 May 2020" -#}
{%- set series_before = "^(?:\p{L}+ ){0,2}(?i:newsletter|bulletin|сводка|бюллетень)[^\p{L}].* (?:of|for|от|за) $" %}
{%- set after_lead_in = "(?i:(?:^|[^\p{L}])(?:" ~ date_labels(["own", "first", "later"]) ~ "|at|on|for|на|за)(?: on)?:? )" ~ hour_before %}
{%- set after_period = "(?i:(?:^|[^\p{L}])(?:" ~ date_labels(["period"]) ~ "):? )" %}
{%- set heading_before = "(?:^|" ~ joint ~ "| {2,}|" ~ after_lead_in ~ "|" ~ after_name ~ ")$" %}
{%- set period_before = "(?:^|" ~ joint ~ "|" ~ after_lead_in ~ "|" ~ after_name ~ "|" ~ after_period ~ ")$" %}
{%- set addition = "(?:[|–—-] ?[\p{L}\p{M}\d ./]+|[(\[][\p{L}\p{M}\d .]+[)\]])?" %}
{#- A pattern that counted the letters of an addition would take longer to compile than the rest of the model takes to run. -#}
{%- set longest_addition = 60 %}
{%- set heading_after = "^[ .]*(?:,? ?" ~ hour ~ "(?: ?(?:hrs|hours|[A-Z]{2,4}))?)?[)\]]?[ .]*" ~ addition ~ "$" %}
{%- set countries_after = "^ ?[:|–—-] (?:\p{Lu}[\p{L}\p{M}’'' -]*(?:, | and |$))+$" %}
{#- Classes of letters that are counted compile for longer than the model runs: letters are told by patterns that count nothing, lengths
    by the shapes beside them, which know no letters. -#}
{%- set place_word = "\p{Lu}[\p{L}\p{M}.’''-]*" %}
{%- set word_shape = "[^ /,()a-zа-я][^ /,()]*" %}
{%- set link = "[ /](?:(?:al|el|de|ez|ash|on|upon|of|and) )?(?:al|el)?" %}
{%- set place_name = place_word ~ "(?:" ~ link ~ place_word ~ ")*" %}
{%- set name_shape = word_shape ~ "(?:" ~ link ~ word_shape ~ "){0,3}" %}
{%- set places = place_name ~ "(?:, " ~ place_name ~ ")*" %}
{%- set places_shape = name_shape ~ "(?:, " ~ name_shape ~ "){0,2}" %}
{%- set agency = " ?[(/][\p{L} /.&-]+[)/]" %}
{%- set agency_shape = " ?[(/].{2,30}[)/]" %}
{%- set dateline_before = "^[(]?" ~ places ~ "(?:" ~ agency ~ "[,.:]?|,|\.| [–—-]+) $" %}
{%- set dateline_shape = "^[(]?" ~ places_shape ~ "(?:" ~ agency_shape ~ "[,.:]?|,|\.| [–—-]+) $" %}
{%- set copied_before = "^" ~ places ~ "(?:,? \p{Lu}\p{Ll}+\.? \d{1,2})? ?\([\p{L} /.&]+ [–—-] $" %}
{%- set copied_shape = "^" ~ places_shape ~ "(?:,? [^ ]{3,9}\.? \d{1,2})? ?\(.{2,50} [–—-] $" %}
{%- set dateline_after = "^, " ~ place_name ~ "(?:" ~ agency ~ ")?(?: ?[–—:-] |[(/])" %}
{%- set shape_after = "^, " ~ name_shape ~ "(?:" ~ agency_shape ~ ")?(?: ?[–—:-] |[(/])" %}
{%- set word_of_a_name = "the |\p{Lu}[\p{L}.]*" %}
{%- set name_before = "^(?:[^\p{L}]|" ~ word_of_a_name ~ ")*$" %}
{%- set longest_name = 22 %}
{%- set place_before = "^(?:г\. ?)?" ~ places ~ ",? (?:the )?$" %}
{%- set place_shape = "^(?:г\. ?)?" ~ places_shape ~ ",? (?:the )?$" %}
{%- set site = "(?:https?://)?(?:[a-z]+[.])+[a-z]+/? +" %}
{#- "www.relief.org 3 March 2020"; "среда" is the environment as well, and no weekday by itself -#}
{%- set author_before = "^(?:" ~ hour_before ~ "|[^.!?|·•]{0,80}[|·•]\s*|(?:By|Автор:?) [^.!?]{2,60}[,–—-] ?|" ~ site ~ "|[Сс]реда,? )$" %}
{#- "Embassy of Norway in Beirut, 3 March 2020" -#}
{%- set office = "Embassy|Permanent Mission|Mission|Ministry|Office|Department|Посольство|Министерство|Пресс-служба|Пресс-центр|Постпредство" %}
{%- set of_the = "(?:(?:of|in|to|for|the|and|at|обороны|дел|в|на|и) )*" %}
{%- set office_before = "^(?:The )?(?:" ~ office ~ ")(?: " ~ of_the ~ place_word ~ ")+, $" %}
{#- "Operation in Syria, 3 Mar 2020, 23:21": a rubric of the paper's, told by the hour behind the day -#}
{%- set rubric_before = "^[^.!?:;|]{2,45}, $" %}
{%- set rubric_after = "^, ?" ~ hour ~ "(?: ?[A-Z]{2,4}(?:[+-]\d+)?)?$" %}
{#- "Syria and the region: digest for 3 March 2020" -#}
{%- set digest_name = "(?:digest|roundup|round-up|summary|bulletin|newsletter|сводка|дайджест|обзор|бюллетень)" %}
{%- set digest_before = "(?i:(?:^|[^\p{L}])" ~ digest_name ~ "(?: (?:of|the|news|events|day|новостей|событий|дня|прессы))*(?: (?:for|за|на)|,|:| [–—-]) )$" %}
{%- set by_before = "^(?:By|by) (?:" ~ place_word ~ " +)+$" %}
{%- set told_hour = "(?:at |в )?" ~ hour ~ ".{0,60}" %}
{#- "5 December 2023 AD Ø 22 Jumada I 1445 AH" -#}
{#- "3 May 2020 Source: SANA", "3 May 2020 2 hours ago" -#}
{%- set credit = "(?i:source|photo|by|источник|автор|фото)[: ].{1,80}|\d+ (?:minutes?|hours?|days?|минут[уы]?|час(?:а|ов)?) (?:ago|назад)" %}
{%- set remark = "(?:[|/(\[–—·•Ø-]| {2,})(?:.{0,80}[^.!?…])?|" ~ credit %}
{%- set page = "(?:by \p{L}+|стр\. ?\d+|in \p{L}+ copies)\.?" %}
{%- set line_after = "^[ .,]*(?:г\.?|года|AD|, 20[0-3]\d (?:GMT|UTC))?[ .,]*(?:[–—/-] ?)?(?:" ~ told_hour ~ "|" ~ remark ~ "|" ~ page ~ ")?$" %}

with

documents as (
    select
        document_id,
        document_kind,
        metadata_published_date
    from {{ ref('stg_documents_to_read') }}
),

lines as (
    select
        document_id,
        line_number,
        char_start as line_start,
        {{ plain_blanks('line_text') }} as line_text,
        line_kind,
        lag(line_text) over from_the_top as line_above,
        row_number() over from_the_top as line_rank,
        row_number() over (partition by document_id order by line_number desc) as rank_from_the_end,
        coalesce(sum(case when line_kind = 'body' and regexp_matches(line_text, '.{30}[.!?]$') then 1 end) over (
            partition by document_id
            order by line_number
            rows between unbounded preceding and 1 preceding
        ), 0) = 0 as is_in_head
    from {{ ref('int_lines') }}
    where line_kind <> 'furniture'
    window from_the_top as (partition by document_id order by line_number)
),

days as (
    select
        *,
        {{ day_of('year_to', 'month_to', 'day_to') }} as told_day,
        case when has_unsure_order then {{ day_of('year_to', 'day_to', 'month_to') }} end as turned_day,
        day_from <> day_to or month_from <> month_to as is_range
    from {{ ref('int_date_expressions') }}
    where expression_kind = 'day'
),

-- Which of its two days "03/04/2020" is, another day beside it tells, or its weekday.
sure_days as (
    select
        document_id,
        told_day
    from days
    where told_day is not null and not has_unsure_order
    union
    select
        document_id,
        metadata_published_date
    from documents
    where metadata_published_date is not null
),

-- "12/02/2016", and below it "on February 4th"
near_days as (
    select
        days.mention_id,
        days.told_day,
        days.turned_day,
        sure_days.told_day as sure_day
    from days
    inner join sure_days on days.document_id = sure_days.document_id
    where days.has_unsure_order
    union all
    select
        days.mention_id,
        days.told_day,
        days.turned_day,
        {{ day_of('days.year_to', 'yearless.month_to', 'yearless.day_to') }} as sure_day
    from days
    inner join days as yearless on days.document_id = yearless.document_id
    where days.has_unsure_order and not yearless.has_year
),

readings as (
    select
        mention_id,
        bool_or(abs(date_diff('day', sure_day, told_day)) <= 10) as is_told_near,
        bool_or(abs(date_diff('day', sure_day, turned_day)) <= 10) as is_turned_near
    from near_days
    group by mention_id
),

-- "Bulletin on the Memorandum of 4 May 2017": a day that many texts name is no day of theirs
landmarks as (
    select distinct first_day as landmark_day
    from {{ ref('landmark_events') }}
),

ordered as (
    select
        days.*,
        case
            when not days.has_unsure_order then days.told_day
            when days.weekday_from = isodow(days.told_day) and days.weekday_from <> isodow(days.turned_day) then days.told_day
            when days.weekday_from = isodow(days.turned_day) and days.weekday_from <> isodow(days.told_day) then days.turned_day
            when readings.is_told_near and not readings.is_turned_near then days.told_day
            when readings.is_turned_near and not readings.is_told_near then days.turned_day
        end as full_day
    from days
    left join readings on days.mention_id = readings.mention_id
),

in_lines as (
    select
        ordered.* exclude (full_day),
        -- "November 24, 2019 GMT": the year is taken for an hour
        coalesce(
            ordered.full_day,
            case
                when not ordered.has_year
                    then
                        {{ day_of(
                            "try_cast(regexp_extract(substr(lines.line_text, ordered.char_end - lines.line_start + 1), '^, (20[0-3]\d) (?:GMT|UTC)$', 1) as integer)",
                            "ordered.month_to",
                            "ordered.day_to"
                        ) }}
            end
        ) as full_day,
        lines.line_rank,
        lines.rank_from_the_end,
        lines.line_kind,
        lines.is_in_head,
        documents.document_kind,
        landmarks.landmark_day,
        length(lines.line_text) as line_length,
        substr(lines.line_text, 1, ordered.char_start - lines.line_start) as text_before,
        substr(lines.line_text, ordered.char_end - lines.line_start + 1) as text_after,
        case when length(lines.line_above) <= 30 and lines.line_kind <> 'title' then lines.line_above || ': ' else '' end as label_above
    from ordered
    inner join lines
        on
            ordered.document_id = lines.document_id
            and ordered.line_number = lines.line_number
    inner join documents on ordered.document_id = documents.document_id
    left join landmarks on ordered.full_day = landmarks.landmark_day
    where lines.line_rank <= 12 or lines.rank_from_the_end <= 3
),

labelled as (
    select
        *,
        case when text_before = '' then label_above else text_before end as label_text
    from in_lines
),

roles as materialized (
    select
        *,
        case
            when regexp_matches(label_text, '{{ after_first }}$') then 'first'
            when regexp_matches(label_text, '{{ after_later }}$') then 'later'
            when regexp_matches(label_text, '{{ after_label }}$') then 'own'
        end as label_role,
        regexp_matches(text_before, '{{ after_bound }}$')
        or case when regexp_matches(text_before, '{{ other }}') then regexp_matches(text_before, '{{ after_other }}$') else false end
            as is_another_day,
        text_before = '' and regexp_matches(text_after, '^[ .]*$') as is_bare,
        regexp_matches(text_before, '{{ place_before }}') and regexp_matches(text_before, '{{ place_shape }}') as is_behind_places,
        regexp_matches(text_before, '{{ name_before }}')
        and length(regexp_replace(text_before, '{{ word_of_a_name }}', 'x', 'g')) <= {{ longest_name }} as is_behind_a_name
    from labelled
),

judged as materialized (
    select
        *,
        case
            when
                not is_range
                and line_rank <= 12
                and regexp_matches(text_before, '\S.*\((?:as (?:of|at) )?$')
                -- "(22 April 2017) (corrected)" is a title too, and "(22 April 2017) [EN/AR]"
                and regexp_matches(text_after, '^[ .]*(?:г\.?|года)?\)(?:[ ,;:–—-]+[(\[]?[\p{L}\p{M} /&]+[)\]]?)?$')
                and length(text_after) <= {{ longest_addition }}
                then 'title'
            when
                document_kind = 'bulletin'
                and line_rank <= 6
                and is_in_head
                and (is_range or regexp_matches(text_before, '(?i)(?:week|period) ending:? $'))
                and line_length <= 160
                and regexp_matches(text_before, '{{ period_before }}')
                and (
                    regexp_matches(text_after, '{{ heading_after }}')
                    -- "12 May - 9 June 2014: Syria, Jordan, Lebanon"
                    or (text_before = '' and regexp_matches(text_after, '{{ countries_after }}'))
                )
                then 'period'
            when is_range or is_another_day then null
            when
                document_kind = 'bulletin'
                and line_rank <= 6
                and is_in_head
                and (
                    -- "3 мая 2020 г." ends no sentence
                    (line_kind in ('title', 'heading') or regexp_matches(text_after, '^г?\.$') and line_length <= 160)
                    and regexp_matches(text_before, '{{ heading_before }}')
                    or landmark_day is null and line_rank = 1 and line_length <= 200 and regexp_matches(text_before, '{{ series_before }}')
                )
                and regexp_matches(text_after, '{{ heading_after }}')
                and length(text_after) <= {{ longest_addition }}
                then 'heading'
            when
                line_rank <= 12
                and (
                    regexp_matches(text_before, '{{ dateline_before }}')
                    and regexp_matches(text_before, '{{ dateline_shape }}')
                    and (
                        regexp_matches(text_after, '^[.,]?\)? ?[/(—–:-]|^\. \p{Lu}')
                        or not has_year and regexp_matches(text_after, '^[.,]?$')
                    )
                    or text_before = ''
                    and regexp_matches(text_after, '{{ dateline_after }}')
                    and regexp_matches(text_after, '{{ shape_after }}')
                    -- "April 14 (ABC) -- "
                    or text_before = ''
                    and regexp_matches(text_after, '^ \(\p{Lu}[\p{L} /.&]*\) ?[–—-]{1,2} ')
                    and regexp_matches(text_after, '^ .{3,33} ?[–—-]')
                    -- "MOSCOW (Pointer News / Herald - 16th June, 2020) A total of ..."
                    or case
                        when starts_with(ltrim(text_after), ') ')
                            then regexp_matches(text_before, '{{ copied_before }}') and regexp_matches(text_before, '{{ copied_shape }}')
                        else false
                    end
                )
                then 'dateline'
            when
                line_rank <= 12
                and line_length <= 160
                and (
                    label_role is not null
                    or is_behind_a_name
                    or is_behind_places
                    or regexp_matches(text_before, '{{ author_before }}')
                    or regexp_matches(text_before, '{{ by_before }}') and regexp_matches(text_before, '^.y (?:[^ ]+ +){1,4}$')
                    or is_in_head and regexp_matches(text_before, '{{ office_before }}')
                    or is_in_head and regexp_matches(text_before, '{{ rubric_before }}') and regexp_matches(text_after, '{{ rubric_after }}')
                    or document_kind = 'article'
                    and line_rank = 1
                    and regexp_matches(text_before, '{{ digest_before }}')
                )
                and regexp_matches(text_after, '{{ line_after }}')
                then 'line'
            -- "20 March 2014 – The mission has ..."
            when
                line_rank <= 12
                and line_kind = 'body'
                and has_year
                and text_before = ''
                and regexp_matches(text_after, '^ [–—-] \p{Lu}.*[^0-9]\.$')
                then 'line'
            when
                rank_from_the_end <= 3
                and line_length <= 100
                and (
                    is_bare or label_role is not null or is_behind_places
                )
                and regexp_matches(text_after, '^[ .]*(?:,? ?{{ hour }}.{0,20}|{{ page }})?$')
                then 'closing'
            when
                line_rank <= 12
                and regexp_matches(text_before, ', (?:on )?$')
                and regexp_matches(text_after, '^[. ]*(?:[(\[][^()]{1,30}[)\]])?$')
                then 'caption'
            -- "from April until today, the 26th of September 2016"
            when line_rank <= 12 and regexp_matches(text_before, '(?i)(?:^|[^\p{L}])(?:today|сегодня),? (?:on )?(?:the )?$') then 'today'
        end as place_kind
    from roles
),

-- "15 March 2011", "30 September 2015", each above what happened then or before it: a list of days.
listed as (
    select document_id
    from judged
    where text_before = '' and place_kind in ('line', 'heading', 'closing')
    group by document_id
    having count(distinct full_day) > 2
),

final as (
    select
        judged.mention_id,
        judged.document_id,
        judged.line_number,
        judged.char_start,
        judged.place_kind,
        judged.label_role,
        judged.month_to as month_number,
        judged.day_to as day_number,
        judged.full_day
    from judged
    left join listed on judged.document_id = listed.document_id
    where judged.place_kind is not null and not (judged.text_before = '' and listed.document_id is not null)
)

select * from final
