with

statements as (
    select
        observation_id,
        series_key,
        flow_key,
        as_of_date,
        lag(as_of_date) over (partition by series_key order by as_of_date) as previous_date
    from {{ ref('int_running_total_statements') }}
),

changed_statements as (
    {{ changed_values('int_running_total_statements', 'series_key, as_of_date') }}
),

changed_flows as (
    {{ changed_values('int_daily_flows', 'flow_key, as_of_date', is_touched('(measure, reporter_key, as_of_date)', 'int_touched_days')) }}
),

beside_statements as (
    select
        *,
        max(changed_date) over (partition by series_key order by as_of_date) as last_change
    from (
        select
            observation_id,
            series_key,
            as_of_date,
            previous_date,
            cast(null as date) as changed_date
        from statements
        union all
        select
            cast(null as varchar) as observation_id,
            series_key,
            as_of_date,
            cast(null as date) as previous_date,
            as_of_date as changed_date
        from changed_statements
    ) as points
),

beside_flows as (
    select
        *,
        max(changed_date) over (partition by flow_key order by as_of_date) as last_change
    from (
        select
            observation_id,
            flow_key,
            as_of_date,
            previous_date,
            cast(null as date) as changed_date
        from statements
        union all
        select
            cast(null as varchar) as observation_id,
            flow_key,
            as_of_date,
            cast(null as date) as previous_date,
            as_of_date as changed_date
        from changed_flows
    ) as points
),

final as (
    {{ changed_values('int_running_total_statements', 'observation_id') }}
    union
    -- the one before it, or all that were
    select observation_id from beside_statements
    where observation_id is not null and last_change >= coalesce(previous_date, last_change)
    union
    select observation_id from beside_flows
    where observation_id is not null and last_change > previous_date
)

select * from final
