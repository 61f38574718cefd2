with

places as (
    select * from {{ ref('int_scene_places') }}
    where admin_level = 3
),

locations as (
    select
        location_id,
        admin1_pcode,
        country_iso3
    from {{ ref('int_read_locations') }}
),

sentences as (
    select
        sentence_id,
        document_id,
        document_kind,
        line_number,
        sum(case when line_kind = 'body' and is_first_of_line then 1 else 0 end) over (
            partition by document_id order by sentence_number
        ) as body_line
    from (
        select
            *,
            row_number() over (partition by document_id, line_number order by sentence_number) = 1 as is_first_of_line
        from {{ ref('int_sentences') }}
    ) as numbered
),

only_towns as (
    select
        places.document_id,
        any_value(places.location_id) as location_id
    from places
    inner join locations on places.location_id = locations.location_id
    -- a capital abroad is who speaks, not where it happened
    where locations.admin1_pcode is not null
    group by places.document_id
    having count(distinct places.location_id) = 1
),

-- where several towns are named, the one of the headline and the lead
leads as (
    select
        sentences.document_id,
        any_value(places.location_id) as location_id
    from sentences
    inner join places on sentences.sentence_id = places.sentence_id
    inner join locations on places.location_id = locations.location_id
    where
        sentences.document_kind = 'article'
        and sentences.body_line <= 1
        and locations.country_iso3 = 'SYR'
    group by sentences.document_id
    having count(distinct places.location_id) = 1
),

final as (
    select
        document_id,
        location_id,
        true as is_only_town
    from only_towns
    union all
    select
        leads.document_id,
        leads.location_id,
        false as is_only_town
    from leads
    anti join only_towns on leads.document_id = only_towns.document_id
)

select * from final
