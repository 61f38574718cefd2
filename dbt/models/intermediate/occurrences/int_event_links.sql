{{ config(materialized='kept', kept_by='document_pair', touched='int_touched_comparisons', remembered=true) }}

with

pairs as (
    select distinct
        event_id,
        other_event_id,
        document_pair
    from {{ ref('int_event_pairs') }}
    where {{ is_touched('document_pair', 'int_touched_comparisons') }}
),

profiles as (
    select * from {{ ref('int_event_profiles') }}
),

stories as (
    select * from {{ ref('int_document_stories') }}
),

visits as (
    select
        country_iso3,
        date_trunc('month', event_date) as visit_month,
        event_date,
        unnest(person_ids) as person_id
    from profiles
    where event_type = 'CONSULT' and date_precision = 'day' and country_iso3 is not null
),

-- who met somebody in a country on one day of a month only
lone_visits as (
    select
        country_iso3,
        visit_month,
        list(person_id order by person_id) as person_ids
    from (
        select
            country_iso3,
            visit_month,
            person_id
        from visits
        group by country_iso3, visit_month, person_id
        having count(distinct event_date) = 1
    ) as visitors
    group by country_iso3, visit_month
),

compared as (
    select
        pairs.event_id,
        pairs.other_event_id,
        pairs.document_pair,
        one.document_id,
        other.document_id as other_document_id,
        one.event_family,
        one.event_type = 'COOPERATE' and other.event_type = 'COOPERATE' as is_work_in_common,
        one.event_type = other.event_type as is_same_type,
        one.event_type = 'ASSAULT' and other.event_type = 'ASSAULT' as are_attacks,
        one.modality = other.modality as is_same_modality,
        coalesce(one.landmark_id = other.landmark_id, false) as is_landmark,
        coalesce(stories.share, 0) as story_share,
        -- word for word in a copy
        coalesce(stories.is_copy, false)
        and one.event_type = other.event_type and one.modality = other.modality
        and len(one.words) = len(other.words)
        and len(list_intersect(one.words, other.words)) = greatest(len(one.words), 1)
            as is_told_again,
        {{ tellings_dates('one', 'other') }} as date_agreement,
        (one.date_precision = 'day') <> (other.date_precision = 'day') as is_day_of_period,
        coalesce(
            one.event_date is null and one.published_date - other.event_date between 0 and 1
            or other.event_date is null and other.published_date - one.event_date between 0 and 1,
            false
        ) as is_day_of_news,
        -- "his visit to the country in January"
        one.event_type = 'CONSULT'
        and other.event_type = 'CONSULT'
        and one.country_iso3 = other.country_iso3
        and coalesce(list_has_any(lone_visits.person_ids, list_intersect(one.person_ids, other.person_ids)), false)
            as is_lone_visit,
        abs(one.published_date - other.published_date) as days_apart,
        {{ tellings_places('one', 'other') }} as place_agreement,
        len(list_intersect(one.actor_ids, other.actor_ids)) as shared_actors,
        -- two states who met in a third one
        one.site_id = other.site_id and one.is_spot
        and one.event_type = 'CONSULT'
        and other.event_type = 'CONSULT'
        and len(one.state_ids) = 2
        and one.state_ids = other.state_ids
        and not list_contains(one.state_ids, 'state ' || one.country_iso3)
            as is_met_abroad,
        -- and many who met, some of them by name or there
        one.event_type = 'CONSULT'
        and other.event_type = 'CONSULT'
        and len(one.state_ids) >= 3
        and one.state_ids = other.state_ids
        and (
            len(list_intersect(one.person_ids, other.person_ids)) >= 2
            or list_has_any(one.person_ids, other.person_ids) and one.is_spot and one.site_id = other.site_id
        )
            as is_met_by_many,
        len(one.actor_ids) as own_actors,
        len(other.actor_ids) as other_actors,
        len(list_intersect(one.acting_state_ids, other.acting_state_ids))
        + len(list_intersect(one.body_ids, other.body_ids)) as shared_acting_states,
        -- whose soldiers were struck abroad
        case
            when one.event_family = 'FORCE'
                then
                    len(list_intersect(one.state_ids, other.state_ids))
                    - cast(
                        list_contains(
                            list_intersect(one.state_ids, other.state_ids), 'state ' || coalesce(one.country_iso3, other.country_iso3)
                        ) as integer
                    )
        end as shared_foreign_states,
        list_has_any(one.council_ids, other.council_ids) as is_body_shared,
        list_has_any(one.source_ids, other.source_ids) as is_source_shared,
        len(list_intersect(one.figures, other.figures)) as shared_figures,
        len(one.figures) > 0 and len(other.figures) > 0 and not list_has_any(one.figures, other.figures) as are_figures_apart,
        -- seven soldiers of some day of the week are not the five of this one
        len(one.tolls) > 0 and len(other.tolls) > 0 and not list_has_any(one.tolls, other.tolls) as are_tolls_apart,
        list_has_any(one.tolls, other.tolls) as is_toll_shared,
        -- a doctor and a judge
        len(one.victims) > 0 and len(other.victims) > 0 and not list_has_any(one.victims, other.victims) as are_victims_apart,
        list_has_any(one.victims, other.victims) as is_victim_shared,
        -- shells and warplanes
        len(one.means) > 0 and len(other.means) > 0 and not list_has_any(one.means, other.means) as are_means_apart,
        list_has_any(one.means, other.means) as is_mean_shared,
        -- who moves there is not who strikes at him
        one.event_family = 'FORCE' and (one.event_type in ('MOBILIZE', 'COOPERATE')) <> (other.event_type in ('MOBILIZE', 'COOPERATE'))
            as is_move_and_attack,
        len({{ sums_of_figures('list_intersect(one.figures, other.figures)') }}) > 0 as is_sum_shared,
        -- some of a summit met before it, or beside it
        one.event_type = 'CONSULT'
        and other.event_type = 'CONSULT'
        and (
            len(one.actor_ids) <> len(other.actor_ids) and greatest(len(one.actor_ids), len(other.actor_ids)) >= 3
            or not list_has_any(one.actor_ids, other.actor_ids)
        )
        and {{ telling_of_separate_talks('one.words') }} <> {{ telling_of_separate_talks('other.words') }}
            as are_talks_apart,
        one.event_date = other.event_date and one.event_date_end = other.event_date_end and one.date_precision = 'week' as is_one_week,
        -- of the one with fewer words; a quote of two words proves nothing
        len(list_intersect(one.words, other.words)) as shared_words,
        len(list_intersect(one.words, other.words)) / greatest(least(len(one.words), len(other.words)), 4) as word_share,
        -- without names and the form of the act: "signed an order on ..."
        len({{ subjects_of('one.topic_words') }}) >= {{ fewest_subjects('one.event_family') }}
        and len({{ subjects_of('other.topic_words') }}) >= {{ fewest_subjects('one.event_family') }}
        and not list_has_any({{ subjects_of('one.topic_words') }}, {{ subjects_of('other.topic_words') }})
        and one.is_cyrillic = other.is_cyrillic
            as are_topics_apart,
        one.is_cyrillic = other.is_cyrillic as is_same_script,
        len(list_intersect(one.topic_words, other.topic_words)) as shared_topics,
        len(list_filter(
            {{ subjects_of('list_intersect(one.topic_words, other.topic_words)') }}, lambda word: not regexp_matches(word, '^[0-9]')
        )) as shared_subjects,
        -- who and where is named in both, as far as the one names that names fewer: schools in Lebanon, schools in Yemen
        len(list_intersect(one.words, other.words)) - len(list_intersect(one.topic_words, other.topic_words))
        >= least(len(one.words) - len(one.topic_words), len(other.words) - len(other.topic_words))
            as are_names_shared
    from pairs
    inner join profiles as one on pairs.event_id = one.event_id
    inner join profiles as other on pairs.other_event_id = other.event_id
    left join lone_visits
        on
            one.country_iso3 = lone_visits.country_iso3
            and date_trunc('month', greatest(one.event_date, other.event_date)) = lone_visits.visit_month
    left join stories on pairs.document_pair = stories.document_pair
),

counted as (
    select
        *,
        greatest(shared_acting_states, coalesce(shared_foreign_states, 0)) as shared_states
    from compared
),

weighed as (
    select
        *,
        case date_agreement when 'day' then 2 when 'month' then 1 when 'year' then 0.5 when 'news' then 0.5 when 'weekday' then 0.5 else 0 end
        + 0.5 * cast(coalesce(is_one_week, false) as integer)
        -- the news of the very day, told without it
        + cast(date_agreement = 'news' and is_day_of_news and event_family <> 'FORCE' as integer)
            as date_points,
        case
            when place_agreement = 'spot' then 1.5
            when place_agreement in ('area', 'within', 'named') then 1
            when place_agreement = 'country' then 0.25
            else 0
        end as place_points,
        case when shared_actors >= 2 then 2 when shared_states >= 2 then 1.5 when shared_actors = 1 then 1 when shared_states = 1 then 0.75 else 0 end
        + 0.5 * cast(greatest(shared_actors, shared_states) > 0 and greatest(shared_actors, shared_states) >= least(own_actors, other_actors) as integer)
        -- each with a party that the other lacks: two meetings of one of them, unless it is a body that all sit in
        - cast(
            not is_body_shared
            and shared_actors < own_actors and shared_actors < other_actors and shared_states < least(own_actors, other_actors)
            as integer
        )
            as actor_points,
        2 * word_share as word_points,
        -- and other sums are other deals, unless the day tells
        cast(shared_figures > 0 as integer) - cast(are_figures_apart and date_agreement <> 'day' as integer)
        -- in two scripts words tell nothing, how many were killed does
        + cast(is_toll_shared and not is_same_script and event_family = 'FORCE' as integer)
        -- of one thing on one day
        + cast((date_agreement = 'day' or is_day_of_news) and event_family not in ('FORCE', 'CONSULT') as integer)
        * case when shared_subjects >= 4 then 1 when shared_subjects >= 2 then 0.5 else 0 end
        -- by what, and whom by his trade
        + cast(date_agreement = 'day' as integer)
        * (0.5 * cast(is_mean_shared and not are_tolls_apart as integer) + cast(is_victim_shared as integer))
            as figure_points,
        cast(story_share > 0 as integer) as story_points,
        -- what is told by its year or month alone is a landmark, and whoever acts has few of a kind
        case
            when is_landmark then 6
            when is_told_again then 4
            when date_agreement in ('month', 'year') and event_family in ('FORCE', 'SANCTION') and greatest(shared_actors, shared_states) > 0
                -- but several campaigns in one country within a year, and attacks wherever
                then
                    2 * cast(
                        date_agreement = 'month'
                        or place_agreement <> 'country' and not (place_agreement = 'unsaid' and are_attacks and shared_topics = 0) as integer
                    )
            -- one body, founded in that year
            when
                date_agreement in ('month', 'year') and is_work_in_common and shared_actors > 0
                and shared_actors = greatest(own_actors, other_actors) and word_share >= 0.5
                then 2
            when date_agreement = 'unknown' and is_met_by_many then 2
            when date_agreement = 'unknown' and (is_met_abroad or is_sum_shared) then 1
            -- an undated page, the day of the week and the spot: half of its words say which
            when date_agreement = 'weekday' and place_agreement = 'spot' and word_share >= 0.5 then 1
            when date_agreement = 'month' and is_day_of_period and is_lone_visit then 2
            else 0
        end as landmark_points,
        0.5 * cast(not is_same_modality as integer) + 0.5 * cast(not is_same_type as integer) as penalty
    from counted
),

judged as (
    select
        *,
        date_points + place_points + actor_points + word_points + figure_points + story_points + landmark_points - penalty as score
    from weighed
    where
        case
            when is_landmark or is_told_again then true
            when are_talks_apart or is_move_and_attack and word_share < 0.8 then false
            -- two attacks on one town
            when are_means_apart and story_share = 0 and not is_toll_shared then false
            when event_family = 'FORCE' and are_tolls_apart and date_agreement <> 'day' then false
            -- "gunmen killed a doctor in the town", and that day a judge
            when are_victims_apart and story_share = 0 then false
            -- who agreed with somebody on that day may have opened something, too: their names are all that both tell
            when event_family = 'AGREE' and not is_same_type and place_agreement = 'unsaid' and shared_words < 3 then false
            -- one state signs with two on a day
            when event_family = 'AGREE' and own_actors = 2 and other_actors = 2 and shared_actors = 1 and shared_states < 2 and story_share = 0 then false
            -- two orders of one president on one day
            when
                are_topics_apart and story_share = 0
                and shared_actors < 2 and shared_states < 2 and shared_figures = 0 and place_agreement <> 'spot'
                and event_family not in ('FORCE', 'CONSULT', 'RETREAT', 'PROTEST')
                then false
            -- the lorries of a month are not those of a day
            when event_family = 'AID' and are_figures_apart and date_agreement <> 'day' then false
            -- no day, and nobody in both, or one but not what for: two thank for two things
            when
                event_family in ('SUPPORT', 'REJECT', 'THREATEN') and date_agreement <> 'day' and not is_day_of_news
                and (shared_actors = 0 and not word_share >= 0.4 or greatest(shared_actors, shared_states) < 2 and shared_topics = 0)
                then false
            -- in two scripts words tell nothing, a sum does
            when event_family = 'STATEMENT' then is_source_shared and (word_share >= 0.5 or not is_same_script and shared_figures > 0)
            -- one man calls for many things on a day
            when
                event_family in ('REQUEST', 'PROMISE', 'ACCUSE') and shared_actors < 2 and shared_states < 2 and shared_figures = 0
                and not word_share >= case when date_agreement = 'day' and is_same_type and shared_subjects > 0 then 0.33 else 0.4 end
                then false
            -- the arrests of a town are not the killings of that day, nor are the dead of a bomb those of the shells
            when
                event_family = 'FORCE' and date_agreement in ('day', 'news') and is_same_script and shared_actors = 0
                and (not is_same_type and shared_topics = 0 or are_tolls_apart and shared_topics <= 1)
                then false
            -- a front sees many attacks a day: it takes the spot, or who in what area
            when event_family = 'FORCE' and date_agreement in ('day', 'news')
                then
                    (date_agreement = 'day' or days_apart <= 2)
                    and (
                        word_share >= 0.8
                        or place_agreement = 'spot'
                        or shared_actors >= 2
                        -- soldiers of two states on one patrol
                        or date_agreement = 'day' and shared_foreign_states >= 2
                        or is_day_of_news and shared_foreign_states >= 2
                        or place_agreement in ('area', 'within', 'named') and greatest(shared_actors, shared_states) > 0
                    )
            -- nor are its arrests its killings
            when event_family = 'FORCE' and date_agreement in ('month', 'year') and not is_same_type and shared_topics = 0 then false
            -- the attacks of a year are no attack of one day, unless somebody is in both
            when event_family = 'FORCE' and date_agreement = 'year' and is_day_of_period and shared_actors = 0 then false
            -- nor is an attack of one day what is told of its month
            when event_family = 'FORCE' and is_day_of_period and date_agreement <> 'unknown'
                then word_share >= 0.6 or place_agreement = 'spot' or place_agreement in ('area', 'within') and shared_actors > 0
            -- two states agree on much in a few days: in two scripts nothing else tells on what
            when event_family = 'AGREE' and date_agreement = 'news' and days_apart >= 2 and not is_same_script and shared_figures = 0
                then place_agreement not in ('unsaid', 'country')
            -- without a day, and with nobody in both, the place alone does not tell one departure from another
            when date_agreement = 'news' and greatest(shared_actors, shared_states) = 0 then word_share >= 0.5
            when date_agreement = 'unknown'
                then
                    is_met_abroad
                    or is_met_by_many
                    -- who strikes or meets does so again in the same words
                    or shared_actors >= 1 and word_share >= 0.8 and are_names_shared
                    and case event_family when 'FORCE' then is_toll_shared when 'CONSULT' then shared_subjects >= 2 else true end
                    -- one gift or deal: of all who are named, with its sum and subject
                    or is_sum_shared and word_share >= 0.5
                    and greatest(shared_actors, shared_states) >= greatest(least(own_actors, other_actors), 1)
                    and (shared_actors >= 2 or shared_subjects >= 2 and are_names_shared)
            else true
        end
),

likely as (
    select * from judged
    where score >= case when story_points > 0 then 3 else 4 end
),

-- each pair as either of its tellings sees it
sides as (
    select
        event_id,
        other_event_id,
        event_id as own_event_id,
        other_document_id as met_document_id,
        other_event_id as met_event_id,
        is_landmark,
        score
    from likely
    union all
    select
        event_id,
        other_event_id,
        other_event_id as own_event_id,
        document_id as met_document_id,
        event_id as met_event_id,
        is_landmark,
        score
    from likely
),

-- the likest of those that tell it, and of those that deny it
likest as (
    select
        sides.event_id,
        sides.other_event_id,
        sides.is_landmark
    from sides
    inner join profiles as met on sides.met_event_id = met.event_id
    qualify
        row_number() over (
            partition by sides.own_event_id, sides.met_document_id, met.modality = 'denied' order by sides.score desc, sides.met_event_id
        ) = 1
),

-- an event has at most one telling in another document: the likest, for both of them; of a landmark all are, and each has its likest
mutual as (
    select
        event_id,
        other_event_id
    from likest
    group by event_id, other_event_id, is_landmark
    having is_landmark or count(*) = 2
),

final as (
    select
        likely.event_id,
        likely.other_event_id,
        likely.document_id,
        likely.other_document_id,
        likely.document_pair,
        cast(likely.score as double) as score,
        likely.date_agreement,
        likely.place_agreement,
        cast(likely.shared_actors as integer) as shared_actors,
        cast(likely.shared_states as integer) as shared_states,
        cast(likely.shared_figures as integer) as shared_figures,
        likely.is_landmark,
        likely.is_told_again,
        cast(likely.word_share as double) as word_share,
        cast(likely.story_share as double) as story_share
    from likely
    inner join mutual on likely.event_id = mutual.event_id and likely.other_event_id = mutual.other_event_id
)

select * from final
