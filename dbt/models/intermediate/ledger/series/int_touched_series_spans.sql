with

changed_flows as (
    {{ changed_values('int_daily_flows', 'flow_key, as_of_date', is_touched('(measure, reporter_key, as_of_date)', 'int_touched_days')) }}
),

totals as (
    select * from {{ ref('int_series_totals') }}
),

changed_totals as (
    {{ changed_values('int_series_totals', 'series_key, flow_key, is_alone, date_day, previous_day, next_day') }}
),

claims as (
    select
        series_key,
        measure,
        flow_measure,
        flow_key,
        is_alone,
        true as is_now
    from totals
    where series_key in (select series_key from changed_totals)
    union all
    select
        series_key,
        measure,
        flow_measure,
        flow_key,
        is_alone,
        false as is_now
    from ({{ replaced_rows('int_series_totals') }}) as totals_before
    where series_key in (select series_key from changed_totals)
),

-- a series that is alone takes all figures; one that grows by another measure's leaves those of its own out
whole_claims as (
    select
        series_key,
        flow_key,
        is_now
    from claims
    where is_alone
    union
    select
        series_key,
        left(series_key, length(series_key) - 1) as flow_key,
        is_now
    from claims
    where measure <> flow_measure
),

changed_claims as (
    select
        series_key,
        flow_key
    from whole_claims
    group by series_key, flow_key
    having bool_and(is_now) or not bool_or(is_now)
),

daily_flows as (
    select
        flow_key,
        as_of_date as date_day
    from {{ ref('int_daily_flows') }}
    where
        flow_key in (select flow_key from changed_flows)
        or flow_key in (select flow_key from changed_totals)
        or flow_key in (select flow_key from changed_claims)
    union
    select
        flow_key,
        as_of_date as date_day
    from changed_flows
),

-- of a total beside others: the figures about it are its series', or else those of no series with totals
changed_terms as (
    select
        unnest([series_key, flow_key || '|']) as series_key,
        {{ first_day_of_total() }} as first_day,
        {{ end_of_total() }} as last_day
    from changed_totals
    where not is_alone
),

terms as (
    select
        series_key,
        flow_key,
        {{ span_of('date_day') }} as span_number,
        {{ first_day_of_total() }} as first_day,
        {{ end_of_total() }} as end_day
    from totals
    where not is_alone and flow_key in (select flow_key from changed_flows)
),

-- the totals about a day, the next one of two that are near included
about_changed_flows as (
    select
        *,
        {{ spans_between("as_of_date - " ~ 3 * longest_silence_days() | int, "as_of_date + " ~ longest_silence_days() | int) }} as span_number
    from changed_flows
),

changed_days as (
    select
        series_key,
        date_day
    from changed_totals
    union
    select
        flow_key || '|' as series_key,
        as_of_date as date_day
    from changed_flows
    union
    select
        totals.series_key,
        changed_flows.as_of_date as date_day
    from changed_flows
    inner join totals on changed_flows.flow_key = totals.flow_key and totals.is_alone
    union
    select
        terms.series_key,
        about_changed_flows.as_of_date as date_day
    from about_changed_flows
    inner join terms
        on
            about_changed_flows.flow_key = terms.flow_key
            and about_changed_flows.span_number = terms.span_number
            and about_changed_flows.as_of_date >= terms.first_day
            and about_changed_flows.as_of_date < terms.end_day
    union
    select
        unnest([changed_claims.series_key, changed_claims.flow_key || '|']) as series_key,
        daily_flows.date_day
    from changed_claims
    inner join daily_flows on changed_claims.flow_key = daily_flows.flow_key
),

-- after its last total a series beside others has days for a while, any other one to the last that is told of its teller
tellers as (
    select
        series_key,
        flow_key,
        case
            when not bool_or(is_alone) and series_key <> flow_key || '|'
                then max(date_day) + {{ longest_silence_days() }}
        end as end_day
    from totals
    group by series_key, flow_key
),

-- from when on what the totals imply is another: with a figure of the day, or after a total
changes as (
    select
        tellers.series_key,
        tellers.flow_key,
        changed_flows.as_of_date as date_day,
        false as is_of_total
    from changed_flows
    inner join tellers on changed_flows.flow_key = tellers.flow_key
    union
    select
        series_key,
        flow_key,
        date_day + 1 as date_day,
        true as is_of_total
    from changed_totals
),

beside_totals as (
    select
        *,
        max(total_day) over (in_series rows between unbounded preceding and current row) as total_before,
        min(total_day) over (in_series rows between current row and unbounded following) as next_total
    from (
        select
            *,
            cast(null as date) as total_day
        from changes
        union all
        select
            series_key,
            flow_key,
            date_day,
            cast(null as boolean) as is_of_total,
            date_day as total_day
        from totals
        where series_key in (select series_key from changes)
    ) as points
    window in_series as (partition by series_key order by date_day, total_day nulls first)
),

runs as (
    select
        series_key,
        flow_key,
        next_total,
        min(date_day) as first_day
    from beside_totals
    where is_of_total or (not is_of_total and total_before is not null)
    group by series_key, flow_key, next_total
),

last_days as (
    select
        flow_key,
        max(date_day) as last_day
    from daily_flows
    group by flow_key
),

ranges as (
    select
        runs.series_key,
        runs.first_day,
        coalesce(runs.next_total, tellers.end_day, last_days.last_day) as last_day
    from runs
    left join tellers on runs.series_key = tellers.series_key
    left join last_days on runs.flow_key = last_days.flow_key
    union all
    select * from changed_terms
    union all
    select
        series_key,
        date_day as first_day,
        date_day as last_day
    from changed_days
),

-- the day told before has another one after it
final as (
    select distinct
        series_key,
        {{ spans_between("first_day - " ~ longest_silence_days() | int, 'last_day') }} as span_number
    from ranges
)

select * from final
