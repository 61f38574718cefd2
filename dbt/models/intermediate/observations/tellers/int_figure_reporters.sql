with

figures as (
    select * from {{ ref('int_measured_figures') }}
),

sentences as (
    select * from {{ ref('int_sentences') }}
),

actor_mentions as (
    select * from {{ ref('int_actor_mentions') }}
),

publishers as (
    select
        {{ phrase_key('phrase') }} as phrase_key,
        actor_id,
        priority
    from {{ ref('publishers') }}
),

parties as (
    select * from {{ ref('int_figure_parties') }}
),

headed as (
    select
        sentences.document_id,
        sentences.line_number,
        publishers.actor_id
    from sentences
    inner join {{ ref('int_ngrams') }} as ngrams on sentences.sentence_id = ngrams.sentence_id
    inner join publishers on ngrams.ngram_key = publishers.phrase_key
    where
        (sentences.line_kind in ('title', 'heading') and not regexp_matches(sentences.sentence_text, '(?i)^\W*source'))
        or (sentences.line_number <= 4 and sentences.document_kind = 'bulletin')
    qualify
        row_number() over (
            partition by sentences.document_id, sentences.line_number
            order by publishers.priority
        ) = 1
),

by_heading as (
    select
        figures.mention_id,
        headed.actor_id
    from figures
    inner join headed on figures.document_id = headed.document_id and figures.line_number >= headed.line_number
    where figures.document_kind = 'bulletin'
    qualify row_number() over (partition by figures.mention_id order by headed.line_number desc) = 1
),

outlet_bodies as (
    select * from {{ ref('int_outlet_bodies') }}
),

by_outlet as (
    select
        document_id,
        publisher_actor_id as actor_id
    from outlet_bodies
),

own_news as (
    select
        document_id,
        teller_actor_id as actor_id
    from outlet_bodies
    where teller_actor_id is not null
),

by_line as (
    select
        figures.mention_id,
        actor_mentions.actor_id
    from figures
    inner join sentences on figures.sentence_id = sentences.sentence_id
    inner join sentences as near
        on
            figures.document_id = near.document_id
            and sentences.line_number = near.line_number
            and sentences.sentence_number >= near.sentence_number
    inner join actor_mentions on near.sentence_id = actor_mentions.sentence_id
    where
        figures.document_kind = 'bulletin'
        and actor_mentions.actor_id in ('russian-reconciliation-centre', 'refugee-reception-centre')
    qualify
        row_number() over (
            partition by figures.mention_id
            order by near.sentence_number desc, abs(actor_mentions.char_start - figures.char_start)
        ) = 1
),

speakers as (
    select * from {{ ref('int_figure_speakers') }}
),

actors as (
    select
        actor_id,
        actor_type
    from {{ ref('actors') }}
),

text_actors as (
    select
        document_id,
        actor_id,
        actor_type
    from {{ ref('int_text_actor_names') }}
),

-- who signs above the text: the first body that a bulletin's title names; of a government an organisation's title tells
by_issuer as (
    select
        sentences.document_id,
        actor_mentions.actor_id
    from sentences
    inner join actor_mentions on sentences.sentence_id = actor_mentions.sentence_id
    inner join actors on actor_mentions.actor_id = actors.actor_id
    where
        sentences.document_kind = 'bulletin'
        and sentences.line_number <= 4
        and (sentences.line_kind in ('title', 'heading') or sentences.line_number = 1)
        and actors.actor_type in ('igo', 'ngo', 'government', 'military', 'other')
        -- "Four Syrian soldiers killed", "Российские военные раздали хлеб": whom a title tells of, not who signs
        and (actors.actor_type <> 'military' or regexp_matches(actor_mentions.actor_text, '(?:^|[ -])\p{Lu}[^ ]*$'))
        and (actors.actor_type not in ('government', 'military') or sentences.document_id not in (select own_news.document_id from own_news))
    qualify
        row_number() over (
            partition by sentences.document_id
            order by sentences.line_number, actor_mentions.char_start, actor_mentions.actor_id
        ) = 1
),

-- "Syrian Arab Republic / Ministry of Education": a letterhead names the state and its ministry on lines of their own
letterheads as (
    select
        heads.document_id,
        bodies.actor_id
    from (
        select
            document_id,
            line_number,
            {{ phrase_key("regexp_extract(sentence_text, '(?i)((?:ministry|directorate|department|general command) of [^|:;/–—-]+)$', 1)") }}
                as body_key
        from sentences
        where
            document_kind = 'bulletin'
            and line_number <= 6
            and length(sentence_text) <= 90
            and regexp_matches(sentence_text, '(?i)(?:ministry|directorate|department|general command) of [^|:;/–—-]+$')
    ) as heads
    inner join (
        select
            sentences.document_id,
            min_by(actors_of_states.country_iso3, (sentences.line_number, actor_mentions.char_start)) as country_iso3
        from sentences
        inner join actor_mentions on sentences.sentence_id = actor_mentions.sentence_id
        inner join {{ ref('actors') }} as actors_of_states
            on actor_mentions.actor_id = actors_of_states.actor_id and actors_of_states.actor_type = 'state'
        where sentences.document_kind = 'bulletin' and sentences.line_number <= 6 and sentences.line_kind in ('title', 'heading')
        group by sentences.document_id
    ) as states on heads.document_id = states.document_id
    inner join (
        select
            country_iso3,
            actor_id,
            regexp_replace({{ phrase_key('actor_name') }}, '^\S+ ', '') as body_key
        from {{ ref('actors') }}
        where actor_type in ('government', 'military') and country_iso3 is not null
    ) as bodies on states.country_iso3 = bodies.country_iso3 and heads.body_key = bodies.body_key
    qualify row_number() over (partition by heads.document_id order by heads.line_number, bodies.actor_id) = 1
),

-- "the Centre", once named, counts what an article or an agency's digest tells of its daily figures
centres as (
    select
        figures.mention_id,
        actor_mentions.actor_id
    from figures
    inner join sentences on figures.document_id = sentences.document_id and figures.line_number >= sentences.line_number
    inner join actor_mentions on sentences.sentence_id = actor_mentions.sentence_id
    where
        figures.measure in (
            'ceasefire_violations', 'refugees_returned', 'idps_returned', 'humanitarian_operations', 'food_packages_distributed',
            'explosives_destroyed', 'area_demined', 'settlements_reconciled', 'armed_groups_joined', 'reconciliation_agreements_signed'
        )
        and actor_mentions.actor_id in ('russian-reconciliation-centre', 'refugee-reception-centre')
    qualify
        row_number() over (
            partition by figures.mention_id
            order by
                sentences.line_number desc,
                abs(actor_mentions.char_start - figures.char_start),
                actor_mentions.actor_id
        ) = 1
),

heads as (
    select
        mention_id,
        head_mention_id,
        -- who tells of some of them may be another one
        relation = 'of which' as may_differ
    from figures
    where relation in ('breakdown', 'subgroup', 'of which')
),

typed_speakers as (
    select
        speakers.*,
        coalesce(speaking.actor_type, text_speaking.actor_type) as speaking_type,
        coalesce(counting.actor_type, text_counting.actor_type) as counting_type,
        coalesce(quoted.actor_type, text_quoted.actor_type) as quoted_type
    from speakers
    inner join figures on speakers.mention_id = figures.mention_id
    left join actors as speaking on speakers.speaker_actor_id = speaking.actor_id
    left join actors as counting on speakers.counted_by_actor_id = counting.actor_id
    left join actors as quoted on speakers.quoted_actor_id = quoted.actor_id
    left join text_actors as text_speaking
        on figures.document_id = text_speaking.document_id and speakers.speaker_actor_id = text_speaking.actor_id
    left join text_actors as text_counting
        on figures.document_id = text_counting.document_id and speakers.counted_by_actor_id = text_counting.actor_id
    left join text_actors as text_quoted
        on figures.document_id = text_quoted.document_id and speakers.quoted_actor_id = text_quoted.actor_id
),

judged as (
    select
        figures.mention_id,
        figures.document_id,
        figures.document_kind,
        figures.line_kind,
        figures.measure,
        figures.value,
        case
            when figures.relation = 'other count' then 'syr'
            when figures.measure = 'ceasefire_violations_confirmed' then 'russian-party-of-the-joint-commission'
            when parties.actor_id is not null then parties.actor_id
            when by_line.actor_id is not null then by_line.actor_id
            when figures.document_kind = 'article'
                then
                    case
                        when speakers.counting_type <> 'person' then speakers.counted_by_actor_id
                        when speakers.quoted_type <> 'person' then speakers.quoted_actor_id
                        when speakers.speaking_type = 'media' and not speakers.is_source then null
                        when speakers.speaking_type <> 'person' then speakers.speaker_actor_id
                        when speakers.mention_id is null then coalesce(centres.actor_id, own_news.actor_id)
                        else coalesce(centres.actor_id, spoken_for.body_actor_id)
                    end
            when
                speakers.speaking_type not in ('person', 'media')
                -- "31 attacks (27 by the count of the Syrian side)": whose count the bracket tells is the bracket's
                and not (speakers.speaker_actor_id = 'syr' and figures.measure = 'ceasefire_violations')
                then speakers.speaker_actor_id
            else coalesce(by_heading.actor_id, by_issuer.actor_id, letterheads.actor_id, by_outlet.actor_id, centres.actor_id, spoken_for.body_actor_id)
        end as reported_by_actor_id,
        case
            when parties.actor_id is not null then case when speakers.speaking_type = 'person' then speakers.speaker_actor_id end
            when figures.document_kind = 'article'
                then coalesce(speakers.speaker_actor_id, speakers.counted_by_actor_id, centres.actor_id, own_news.actor_id)
            when speakers.speaking_type in ('person', 'ngo', 'media') then speakers.speaker_actor_id
        end as attributed_to_actor_id,
        speakers.said_on,
        speakers.mention_id is not null as is_spoken,
        coalesce(speakers.is_denied, false) as is_denied
    from figures
    left join parties on figures.mention_id = parties.mention_id
    left join by_line on figures.mention_id = by_line.mention_id
    left join by_heading on figures.mention_id = by_heading.mention_id
    left join by_issuer on figures.document_id = by_issuer.document_id
    left join letterheads on figures.document_id = letterheads.document_id
    left join centres on figures.mention_id = centres.mention_id
    left join by_outlet on figures.document_id = by_outlet.document_id
    left join own_news on figures.document_id = own_news.document_id
    left join typed_speakers as speakers on figures.mention_id = speakers.mention_id
    -- "3,240 families, said Lee, head of the agency": the agency counted them
    left join {{ ref('int_speakers_of_bodies') }} as spoken_for
        on
            figures.document_id = spoken_for.document_id
            and coalesce(case when speakers.quoted_type = 'person' then speakers.quoted_actor_id end, speakers.speaker_actor_id) = spoken_for.actor_id
),

inherited as (
    select
        judged.* replace (
            case
                when not heads.may_differ then coalesce(head.reported_by_actor_id, judged.reported_by_actor_id)
                when judged.attributed_to_actor_id is null then coalesce(judged.reported_by_actor_id, head.reported_by_actor_id)
                else judged.reported_by_actor_id
            end as reported_by_actor_id,
            case
                -- "7 cases (5 and 2), the Turkish party noted": nor do the parts come from the centre that tells of everything else
                when not judged.is_spoken and not heads.may_differ and head.reported_by_actor_id <> judged.reported_by_actor_id
                    then head.attributed_to_actor_id
                else coalesce(judged.attributed_to_actor_id, head.attributed_to_actor_id)
            end as attributed_to_actor_id,
            coalesce(judged.said_on, head.said_on) as said_on
        )
    from judged
    left join heads on judged.mention_id = heads.mention_id
    left join judged as head on heads.head_mention_id = head.mention_id
),

-- the headline says "says the ministry" of the figure that the text lets its general tell, or nobody
retold as (
    select
        inherited.mention_id,
        min_by(
            other.reported_by_actor_id, other.mention_id
        ) filter (where other.reported_by_actor_id is not null) as reported_by_actor_id,
        min_by(
            other.attributed_to_actor_id, other.mention_id
        ) filter (where other.attributed_to_actor_id is not null and inherited.line_kind in ('title', 'heading')) as attributed_to_actor_id
    from inherited
    inner join inherited as other
        on
            inherited.document_id = other.document_id
            and inherited.measure = other.measure
            and inherited.value = other.value
            and inherited.mention_id <> other.mention_id
    where inherited.document_kind = 'article' and (inherited.attributed_to_actor_id is not null or inherited.line_kind in ('title', 'heading'))
    group by inherited.mention_id
),

-- an article on one body's estimates names it now and then
only_counters as (
    select
        inherited.document_id,
        inherited.measure,
        any_value(inherited.reported_by_actor_id) as actor_id
    from inherited
    left join actors on inherited.reported_by_actor_id = actors.actor_id
    where
        inherited.document_kind = 'article'
        and inherited.reported_by_actor_id is not null
        and inherited.measure in ('damage_cost', 'reconstruction_cost')
    group by inherited.document_id, inherited.measure
    having count(distinct inherited.reported_by_actor_id) = 1 and count(*) >= 2 and bool_and(coalesce(actors.actor_type in ('igo', 'ngo'), false))
),

final as (
    select
        inherited.mention_id,
        coalesce(
            inherited.reported_by_actor_id,
            retold.reported_by_actor_id,
            case when inherited.attributed_to_actor_id is null then only_counters.actor_id end
        ) as reported_by_actor_id,
        coalesce(inherited.attributed_to_actor_id, retold.attributed_to_actor_id) as attributed_to_actor_id,
        inherited.said_on,
        inherited.is_denied
    from inherited
    left join retold on inherited.mention_id = retold.mention_id
    left join only_counters on inherited.document_id = only_counters.document_id and inherited.measure = only_counters.measure
)

select * from final
