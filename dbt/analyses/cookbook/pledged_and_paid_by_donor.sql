-- What did each donor pledge in a year, and what did he pay? The same sum told by several documents is one; the largest is named, for sums
-- overlap (a year's pledge, its parts, what there is since a war began) and adding them up would count money twice. Whoever is told to give in
-- the words about a sum is its donor: read them where two give.
with

sums as (
    select
        fct_observations.*,
        coalesce(fct_observations.restates_observation_id, fct_observations.observation_id) as sum_id,
        case when fct_observations.modality = 'happened' then 'paid' else 'pledged' end as what,
        year(coalesce(fct_observations.as_of_date, fct_observations.said_on, dim_document.published_date)) as told_in
    from marts.fct_observations
    inner join marts.dim_document on fct_observations.document_id = dim_document.document_id
    where
        fct_observations.measure = 'funding_allocated'
        and fct_observations.modality in ('happened', 'promised', 'planned')
        and fct_observations.is_current
        and dim_document.duplicate_of_document_id is null
),

gifts as (
    select * from marts.fct_events
    where event_type in ('AID', 'PROMISE') and modality in ('happened', 'promised', 'planned')
),

-- of two events in one sentence that which is meant as the sum is
meant as (
    select
        sums.sum_id,
        gifts.event_id
    from sums
    inner join gifts
        on sums.document_id = gifts.document_id and sums.figure_start >= gifts.char_start and sums.figure_end <= gifts.char_end
    qualify
        rank() over (partition by sums.observation_id order by (sums.what = 'paid') = (gifts.event_type = 'AID' and gifts.modality = 'happened') desc)
        = 1
),

-- what a headline leaves out the text may tell
givers as (
    select
        meant.sum_id,
        string_agg(distinct dim_actor.actor_name, ', ' order by dim_actor.actor_name) as given_by
    from meant
    inner join marts.fct_event_actors on meant.event_id = fct_event_actors.event_id and fct_event_actors.role = 'source'
    inner join marts.dim_actor on fct_event_actors.actor_id = dim_actor.actor_id
    group by meant.sum_id
),

told as (
    select
        sums.*,
        coalesce(sums.value, sums.value_low) as amount,
        coalesce(givers.given_by, 'not said') as donor
    from sums
    left join givers on sums.sum_id = givers.sum_id
    where sums.restates_observation_id is null
)

select
    told_in as year,
    donor,
    currency,
    max(amount) filter (where what = 'pledged') as largest_pledged,
    max(amount) filter (where what = 'paid') as largest_paid,
    count(distinct amount) filter (where what = 'pledged') as sums_pledged,
    count(distinct amount) filter (where what = 'paid') as sums_paid,
    count(distinct document_id) as documents,
    first(quote order by amount desc nulls last, observation_id) as quote_of_the_largest
from told
group by told_in, donor, currency
order by year nulls last, largest_pledged desc nulls last, donor, currency
