{{ config(materialized='kept', kept_by='document_id', touched='int_touched_meetings', remembered=true) }}

with

texts as (
    select * from {{ ref('int_document_texts') }}
),

figure_lists as (
    select * from {{ ref('int_document_figures') }}
),

figures as (
    select
        document_id,
        unnest(all_figures) as value
    from figure_lists
),

ordered as (
    select
        texts.*,
        coalesce(figure_lists.all_figures, []) as all_figures,
        row_number() over (order by {{ better_original_first('texts') }}) as preference
    from texts
    left join figure_lists on texts.document_id = figure_lists.document_id
    where texts.is_present and texts.document_id = texts.first_document_id
),

-- whom a document meets is found among all that share a band with it
met_bands as (
    select distinct
        band_number,
        band_key
    from {{ ref('int_recorded_document_sketches') }}
    where {{ is_touched('document_id', 'int_touched_meetings') }}
),

bands as (
    select
        ordered.document_id,
        ordered.language,
        ordered.published_date,
        ordered.is_of_series,
        ordered.all_figures,
        ordered.preference,
        sketches.band_number,
        sketches.band_key
    from {{ ref('int_recorded_document_sketches') }} as sketches
    inner join met_bands on sketches.band_number = met_bands.band_number and sketches.band_key = met_bands.band_key
    inner join ordered on sketches.document_id = ordered.document_id
),

-- a band of one document has nothing to compare, nor has one of a series alone
shared_bands as (
    select
        band_number,
        band_key,
        language
    from bands
    group by band_number, band_key, language
    having count(*) > 1 and not bool_and(is_of_series)
),

-- each document meets a few of those that share a band with it, not all: the preferred one, the
-- preferred one with its figures, and the three published before it
banded as (
    select
        bands.document_id,
        unnest(list_distinct([
            first_value(bands.document_id) over (in_band order by bands.preference),
            first_value(bands.document_id) over (in_band_with_figures order by bands.preference),
            lag(bands.document_id, 1) over by_day,
            lag(bands.document_id, 2) over by_day,
            lag(bands.document_id, 3) over by_day
        ])) as other_document_id
    from bands
    inner join shared_bands
        on
            bands.band_number = shared_bands.band_number
            and bands.band_key = shared_bands.band_key
            and bands.language = shared_bands.language
    window
        in_band as (partition by bands.band_number, bands.band_key, bands.language),
        in_band_with_figures as (
            partition by bands.band_number, bands.band_key, bands.language, bands.all_figures
        ),
        by_day as (
            partition by bands.band_number, bands.band_key, bands.language
            order by bands.published_date asc nulls last, bands.preference
        )
),

met as (
    select distinct
        document_id,
        other_document_id
    from banded
    where document_id <> other_document_id
),

met_pairs as (
    select distinct
        case when one.preference > other.preference then one.document_id else other.document_id end as document_id,
        case when one.preference > other.preference then other.document_id else one.document_id end
            as original_document_id
    from met
    inner join ordered as one on met.document_id = one.document_id
    inner join ordered as other on met.other_document_id = other.document_id
    where
        not (one.is_of_series and other.is_of_series)
        -- what two days had in common each tells for its own
        and not coalesce(
            one.document_kind = 'bulletin' and other.document_kind = 'bulletin' and one.published_date <> other.published_date, false
        )
        and coalesce(abs(one.published_date - other.published_date) <= 7, true)
),

pairs as (
    select * from met_pairs
    where {{ is_touched('document_id', 'int_touched_meetings') }}
),

-- a text that states a figure of its own says something new, however much it repeats
new_figures as (
    select distinct
        pairs.document_id,
        pairs.original_document_id
    from pairs
    inner join figures on pairs.document_id = figures.document_id
    anti join figures as told
        on pairs.original_document_id = told.document_id and figures.value = told.value
),

final as (
    select
        pairs.document_id,
        pairs.original_document_id,
        {{ document_pair('pairs.document_id', 'pairs.original_document_id') }} as document_pair
    from pairs
    anti join new_figures
        on
            pairs.document_id = new_figures.document_id
            and pairs.original_document_id = new_figures.original_document_id
)

select * from final
