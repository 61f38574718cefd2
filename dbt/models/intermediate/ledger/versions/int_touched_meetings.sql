with

changed_documents as (
    select document_id from {{ ref('int_touched_documents') }}
    union
    {{ changed_values('int_document_texts', 'document_id') }}
),

sketches as (
    select
        document_id,
        band_number,
        band_key
    from {{ ref('int_recorded_document_sketches') }}
    union
    select
        document_id,
        band_number,
        band_key
    from ({{ replaced_rows('int_recorded_document_sketches') }}) as sketches_before
),

changed_bands as (
    select distinct
        sketches.band_number,
        sketches.band_key
    from sketches
    inner join changed_documents on sketches.document_id = changed_documents.document_id
),

final as (
    select document_id from changed_documents
    union
    select sketches.document_id
    from sketches
    inner join changed_bands
        on sketches.band_number = changed_bands.band_number and sketches.band_key = changed_bands.band_key
)

select * from final
