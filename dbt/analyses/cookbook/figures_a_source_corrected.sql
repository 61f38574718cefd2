-- What did a source correct, and when? The old and the new figure with both sentences: of a later issue of a bulletin, or of a changed file.
with

corrections as (
    select
        earlier.document_id as old_document_id,
        later.document_id as new_document_id,
        earlier.supersession_basis as how,
        -- a file that is changed in place keeps the day that it bears
        case when earlier.supersession_basis = 'file changed' then cast(later.loaded_at as date) else later.issued_date end as corrected_on,
        later.outlet,
        later.source_path
    from marts.dim_document as earlier
    inner join marts.dim_document as later on earlier.superseded_by_document_id = later.document_id
),

-- what a figure is of; the second of a kind goes with the second
figures as (
    select
        *,
        coalesce(value, value_low, value_high) as figure,
        concat_ws(
            '|', measure, case when measure = 'other' then lower(subject) end, coalesce(unit, ''), coalesce(currency, ''), period, modality,
            coalesce(part_kind, ''), coalesce(subgroup, ''), coalesce(location_id, ''), coalesce(reported_by_actor_id, '')
        ) as kind_key,
        row_number() over (partition by document_id, kind_key order by figure_start, observation_id) as number_of_kind
    from marts.fct_observations
),

told as (
    select
        coalesce(now_told.document_id, corrections.new_document_id) as new_document_id,
        corrections.old_document_id,
        corrections.how,
        old_told.observation_id as old_observation_id,
        now_told.observation_id as new_observation_id
    from corrections
    inner join figures as old_told on corrections.old_document_id = old_told.document_id
    left join figures as now_told
        on
            corrections.new_document_id = now_told.document_id
            and old_told.kind_key = now_told.kind_key
            and old_told.number_of_kind = now_told.number_of_kind
    union all
    select
        corrections.new_document_id,
        corrections.old_document_id,
        corrections.how,
        null as old_observation_id,
        now_told.observation_id as new_observation_id
    from corrections
    inner join figures as now_told on corrections.new_document_id = now_told.document_id
    left join figures as old_told
        on
            corrections.old_document_id = old_told.document_id
            and now_told.kind_key = old_told.kind_key
            and now_told.number_of_kind = old_told.number_of_kind
    where old_told.observation_id is null
)

select
    corrections.corrected_on,
    corrections.how,
    corrections.outlet,
    coalesce(new_figure.measure, old_figure.measure) as measure,
    coalesce(new_figure.as_of_date, old_figure.as_of_date) as as_of_date,
    dim_location.location_name as place,
    dim_actor.actor_name as counted_by,
    old_figure.figure as old_value,
    new_figure.figure as new_value,
    old_figure.quote as old_sentence,
    new_figure.quote as new_sentence,
    corrections.source_path
from told
inner join corrections on told.old_document_id = corrections.old_document_id
left join figures as old_figure on told.old_observation_id = old_figure.observation_id
left join figures as new_figure on told.new_observation_id = new_figure.observation_id
left join marts.dim_location on coalesce(new_figure.location_id, old_figure.location_id) = dim_location.location_id
left join marts.dim_actor on coalesce(new_figure.reported_by_actor_id, old_figure.reported_by_actor_id) = dim_actor.actor_id
where
    old_figure.figure is distinct from new_figure.figure
    or old_figure.qualifier is distinct from new_figure.qualifier
    or old_figure.as_of_date is distinct from new_figure.as_of_date
order by
    corrections.corrected_on desc nulls last, corrections.source_path,
    coalesce(new_figure.figure_start, old_figure.figure_start), old_value, new_value
