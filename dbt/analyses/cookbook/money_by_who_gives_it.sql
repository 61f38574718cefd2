-- Money given and promised, and by whom: who counts or says a sum need not pay it, so the giver is that of the event in whose words it stands.
-- A row a telling: several documents may tell one gift, a total holds its parts, and sums are told in two currencies. Do not add them up.
with

sums as (
    select
        *,
        coalesce(restates_observation_id, observation_id) as sum_id
    from marts.fct_observations
    where measure = 'funding_allocated' and modality in ('happened', 'promised', 'planned') and is_current
),

gifts as (
    select * from marts.fct_events
    where event_type in ('AID', 'PROMISE') and modality in ('happened', 'promised', 'planned')
),

-- "Japan gave 5 million, Germany promised 10": of two events in one sentence that which is meant as the sum is
meant as (
    select
        sums.sum_id,
        gifts.event_id
    from sums
    inner join gifts
        on sums.document_id = gifts.document_id and sums.figure_start >= gifts.char_start and sums.figure_end <= gifts.char_end
    qualify
        rank() over (
            partition by sums.observation_id order by (sums.modality = 'happened') = (gifts.event_type = 'AID' and gifts.modality = 'happened') desc
        ) = 1
),

-- what a headline leaves out the text may tell
givers as (
    select
        meant.sum_id,
        string_agg(distinct dim_actor.actor_name, ', ' order by dim_actor.actor_name) filter (where fct_event_actors.role = 'source') as given_by,
        string_agg(distinct dim_actor.actor_name, ', ' order by dim_actor.actor_name) filter (where fct_event_actors.role = 'target') as given_to
    from meant
    inner join marts.fct_event_actors on meant.event_id = fct_event_actors.event_id
    inner join marts.dim_actor on fct_event_actors.actor_id = dim_actor.actor_id
    group by meant.sum_id
)

select
    coalesce(sums.as_of_date, sums.said_on, dim_document.published_date) as told_of,
    sums.modality,
    coalesce(sums.value, sums.value_low) as amount,
    sums.currency,
    givers.given_by,
    givers.given_to,
    speaker.actor_name as said_by,
    sums.quote
from sums
inner join marts.dim_document on sums.document_id = dim_document.document_id
left join givers on sums.sum_id = givers.sum_id
left join marts.dim_actor as speaker on sums.attributed_to_actor_id = speaker.actor_id
where sums.restates_observation_id is null
order by told_of nulls last, amount desc, sums.observation_id
