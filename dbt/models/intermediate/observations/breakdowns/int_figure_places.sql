with

figures as (
    select * from {{ ref('int_figures') }}
),

-- "Russia counted nine breaches, Turkey - eight": a state beside violations of a bulletin is who counts
counted_violations as (
    select distinct terms.sentence_id
    from {{ ref('int_term_mentions') }} as terms
    inner join figures on terms.sentence_id = figures.sentence_id
    where terms.term_class = 'violation' and figures.document_kind = 'bulletin'
),

places as (
    select * from {{ ref('int_place_mentions') }}
    where
        location_id <> 'SYR'
        and (location_id not in ('RUS', 'TUR') or sentence_id not in (select counted_violations.sentence_id from counted_violations))
        -- "in the de-escalation zone 29 attacks were noted: Idlib - 13": the zone is of the sentence, the provinces divide it
        and not ends_with(location_id, '-de-escalation-zone')
),

sentences as (
    select
        sentence_id,
        char_start,
        sentence_text
    from {{ ref('int_sentences') }}
),

-- "640 tons to Homs": its place stands behind the unit
units as (
    select
        sentence_id,
        token_number,
        char_end
    from {{ ref('int_tokens') }}
    where
        sentence_id in (
            select figures.sentence_id
            from figures
            where figures.unit_class = 'weight'
        )
),

near as (
    select
        figures.mention_id,
        figures.sentence_id,
        figures.depth,
        figures.noun_after_class,
        places.location_id,
        places.token_start as place_start,
        places.token_end < figures.token_start as is_before,
        case
            when places.token_end < figures.token_start
                then substring(
                    sentences.sentence_text,
                    places.char_end - sentences.char_start + 1,
                    figures.char_start - places.char_end
                )
            else regexp_replace(
                substring(
                    sentences.sentence_text,
                    coalesce(figures.noun_char_end, units.char_end, figures.char_end) - sentences.char_start + 1,
                    places.char_start - coalesce(figures.noun_char_end, units.char_end, figures.char_end)
                ),
                '\([^)]*\)', '', 'g'
            )
        end as between_text,
        abs(case
            when places.token_end < figures.token_start then figures.token_start - places.token_end
            else places.token_start - figures.token_end
        end) as distance
    from figures
    inner join places on figures.sentence_id = places.sentence_id
    inner join sentences on figures.sentence_id = sentences.sentence_id
    left join units
        on figures.sentence_id = units.sentence_id and figures.unit_end = units.token_number and figures.unit_class = 'weight'
    where
        -- dots may lead from a name to its figure
        places.token_end between figures.token_start - 16 and figures.token_start - 1
        or places.token_start between figures.token_end + 1 and coalesce(figures.noun_end, figures.unit_end) + 18
),

judged as (
    select
        *,
        case
            -- "149,280 from Lebanon (44,812 women)": the bracket says who they were
            when
                is_before
                and regexp_full_match(between_text, {{ place_bracket_figure() }})
                and coalesce(noun_after_class, '') not in ('woman', 'child', 'elderly', 'man')
                then 'place (figure)'
            when is_before and regexp_full_match(between_text, {{ place_dash_figure() }}) then 'place - figure'
            when is_before and regexp_full_match(between_text, {{ place_colon_figure() }}) then 'place: figure'
            when is_before and regexp_full_match(between_text, {{ place_figure() }}) then 'place figure'
            -- "Ariha    9,410    Dana    14,220": another cell's place
            when not is_before and regexp_matches(between_text, ' {3}') then null
            when not is_before and regexp_full_match(between_text, {{ figure_place() }}) then 'figure place'
            when not is_before and regexp_full_match(between_text, {{ figure_place(",") }}) then 'figure, place'
        end as layout
    from near
),

listed as (
    select * from {{ ref('int_listed_figures') }}
),

-- all figures of a table's line are those of the place that it begins with
labelled as (
    select
        figures.mention_id,
        figures.sentence_id,
        places.location_id,
        places.token_start as place_start,
        'place - figure' as layout
    from figures
    inner join places on figures.sentence_id = places.sentence_id and figures.label_end >= places.char_end
    where figures.header_start is not null
),

ranked as (
    select
        mention_id,
        sentence_id,
        location_id,
        place_start,
        layout,
        distance,
        case
            -- "Idlib (8 in Ariha and 4 in Saraqib)": the bracket divides, it does not count Idlib
            when layout = 'figure place' and regexp_matches(between_text, {{ placing_preposition() }}) and depth > 0 then 1
            when layout = 'place (figure)' then 2
            when layout in ('place - figure', 'place: figure') then 3
            when layout = 'figure place' then 4
            when layout = 'place figure' then 5
            else 6
        end as layout_rank
    from judged
    where layout is not null
    union all
    select
        mention_id,
        sentence_id,
        location_id,
        place_start,
        layout,
        place_start as distance,
        0 as layout_rank
    from listed
    union all
    select
        mention_id,
        sentence_id,
        location_id,
        place_start,
        layout,
        -place_start as distance,
        -1 as layout_rank
    from labelled
),

-- a place that carries a figure of its own in a list is no place of the figure before the list
taken as (
    select distinct
        mention_id,
        sentence_id,
        place_start
    from (
        select * from ranked
        qualify row_number() over (partition by mention_id order by layout_rank, distance, place_start) = 1
    ) as best
    where layout_rank between 0 and 3
),

free as (
    select ranked.*
    from ranked
    anti join taken
        on
            ranked.sentence_id = taken.sentence_id
            and ranked.place_start = taken.place_start
            and ranked.mention_id <> taken.mention_id
),

final as (
    select
        mention_id,
        location_id,
        layout,
        place_start
    from free
    qualify row_number() over (partition by mention_id order by layout_rank, distance, place_start) = 1
)

select * from final
