{%- set lead_in = "as (?:of|at|on)|at|on|for|date|dated|issued|published|updated|released|posted|на|за|дата" %}
{%- set own_name = "bulletin|report|update|briefing|note|summary|sitrep|digest|statement|сводка|бюллетень|брифинг|отч[её]т|доклад|справка" %}
{%- set after_mark = "[,;:|(\[–—·•/-] ?" %}
{%- set after_lead_in = "(?i:(?:^|[^\p{L}])(?:" ~ lead_in ~ "):? )" %}
{%- set after_name = "(?i:(?:^|[^\p{L}])(?:" ~ own_name ~ ")(?: (?:no|№)\.? ?\d+)?,? (?:of|от) )" %}
{%- set heading_before = "(?:^|" ~ after_mark ~ "|" ~ after_lead_in ~ "|" ~ after_name ~ ")$" %}
{%- set hour = "(?:,? ?\d{1,2}[:.]\d{2}(?: ?(?:hrs|hours|[A-Z]{2,4}))?)?" %}
{%- set addition = "(?:[|–—-] ?[\p{L}\p{M}\d ./]+|[(\[][\p{L}\p{M}\d .]+[)\]])?" %}
{#- A pattern that counted the letters of an addition would take longer to compile than the rest of the model takes to run. -#}
{%- set longest_addition = 60 %}
{%- set heading_after = "^[ .]*" ~ hour ~ "[)\]]?[ .]*" ~ addition ~ "$" %}
{%- set place_word = "\p{Lu}[\p{L}\p{M}.’''-]*" %}
{%- set place_name = place_word ~ "(?:[ /](?:(?:al|el|de|ez|ash|on|upon|and) )?" ~ place_word ~ "){0,3}" %}
{%- set agency = " ?[(/][\p{L} /.&-]{2,30}[)/]" %}
{%- set dateline_before = "^[(]?" ~ place_name ~ "(?:, " ~ place_name ~ "){0,2}(?:" ~ agency ~ "[,.:]?|,|\.| [–—-]+) $" %}
{%- set dateline_after = "^, " ~ place_name ~ "(?:" ~ agency ~ ")?(?: ?[–—:-] |[(/])" %}

with

documents as (
    select
        document_id,
        document_kind
    from {{ ref('stg_documents_to_read') }}
),

lines as (
    select
        document_id,
        line_number,
        char_start as line_start,
        line_text,
        line_kind,
        row_number() over (partition by document_id order by line_number) as line_rank
    from {{ ref('int_lines') }}
),

days as (
    select
        mention_id,
        document_id,
        line_number,
        char_start,
        char_end,
        year_from,
        month_from,
        day_from,
        has_year
    from {{ ref('int_date_expressions') }}
    where expression_kind = 'day' and day_from = day_to and month_from = month_to
),

in_lines as (
    select
        days.*,
        lines.line_rank,
        lines.line_kind,
        documents.document_kind,
        length(lines.line_text) as line_length,
        substr(lines.line_text, 1, days.char_start - lines.line_start) as text_before,
        substr(lines.line_text, days.char_end - lines.line_start + 1) as text_after
    from days
    inner join lines
        on
            days.document_id = lines.document_id
            and days.line_number = lines.line_number
    inner join documents on days.document_id = documents.document_id
),

judged as (
    select
        *,
        case
            when
                regexp_matches(text_before, '\S.*\((?:as (?:of|at) )?$')
                -- "(22 April 2017) (corrected)" is a title too
                and regexp_matches(text_after, '^[ .]*(?:г\.?|года)?\)(?:[ ,;:–—-]+[(\[]?[\p{L}\p{M} ]+[)\]]?)?$')
                and length(text_after) <= {{ longest_addition }}
                then 'title'
            when
                document_kind = 'bulletin'
                and line_rank <= 6
                -- "3 мая 2020 г." ends no sentence
                and (line_kind in ('title', 'heading') or regexp_matches(text_after, '^г?\.$') and line_length <= 160)
                and regexp_matches(text_before, '{{ heading_before }}')
                and regexp_matches(text_after, '{{ heading_after }}')
                and length(text_after) <= {{ longest_addition }}
                then 'heading'
            when
                regexp_matches(text_before, '{{ dateline_before }}')
                and regexp_matches(text_after, '^[.,]? ?(?:[/(—–:-]|$)|^\. \p{Lu}')
                or text_before = '' and regexp_matches(text_after, '{{ dateline_after }}')
                then 'dateline'
            when
                line_rank <= 12
                and line_length - (char_end - char_start) <= 22
                and regexp_full_match(
                    text_before,
                    '(?:[^\p{L}]|(?i:published|updated|posted|dated?|on|as|of|at|last|опубликовано|обновлено|дата)|\p{Lu}[\p{L}.]*)*'
                )
                then 'line'
            when
                line_rank <= 12
                and regexp_matches(text_before, ', $')
                and regexp_matches(text_after, '^[. ]*(?:[(\[][^()]{1,30}[)\]])?$')
                then 'caption'
        end as place_kind
    from in_lines
),

final as (
    select
        mention_id,
        document_id,
        line_number,
        char_start,
        place_kind,
        has_year,
        month_from as month_number,
        day_from as day_number,
        {{ day_of('year_from', 'month_from', 'day_from') }} as full_day
    from judged
    where place_kind is not null
)

select * from final
