with

daily_flows as (
    select
        flow_key,
        as_of_date as date_day,
        {{ span_of('as_of_date') }} as span_number
    from {{ ref('int_daily_flows') }}
),

changed_flows as (
    {{ changed_values('int_daily_flows', 'flow_key, as_of_date', is_touched('(measure, reporter_key, as_of_date)', 'int_touched_days')) }}
),

changed_totals as (
    {{ changed_values('int_series_totals', 'flow_key, is_alone, date_day, previous_day, next_day') }}
),

changed_series as (
    {{ changed_values('int_series_totals', 'series_key') }}
),

claims as (
    select
        series_key,
        measure,
        flow_measure,
        flow_key,
        is_alone,
        true as is_now
    from {{ ref('int_series_totals') }}
    union all
    select
        series_key,
        measure,
        flow_measure,
        flow_key,
        is_alone,
        false as is_now
    from ({{ replaced_rows('int_series_totals') }}) as totals_before
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

changed_tellers as (
    select flow_key
    from whole_claims
    where series_key in (select series_key from changed_series)
    group by series_key, flow_key
    having bool_and(is_now) or not bool_or(is_now)
),

terms as (
    select
        flow_key,
        {{ first_day_of_total() }} as first_day,
        {{ end_of_total() }} as end_day
    from changed_totals
    where not is_alone
),

term_spans as (
    select
        *,
        {{ spans_between('first_day', 'end_day') }} as span_number
    from terms
),

final as (
    select
        flow_key,
        as_of_date as date_day
    from changed_flows
    union
    select
        daily_flows.flow_key,
        daily_flows.date_day
    from daily_flows
    inner join term_spans
        on daily_flows.flow_key = term_spans.flow_key and daily_flows.span_number = term_spans.span_number
    where daily_flows.date_day >= term_spans.first_day and daily_flows.date_day < term_spans.end_day
    union
    select
        flow_key,
        date_day
    from daily_flows
    where flow_key in (select flow_key from changed_tellers)
)

select * from final
