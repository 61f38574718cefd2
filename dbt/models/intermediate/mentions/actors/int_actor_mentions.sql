with

named as (
    select * from {{ ref('int_named_actors') }}
),

referring as (
    select * from {{ ref('int_actor_references') }}
),

sentences as (
    select * from {{ ref('int_sentences') }}
),

-- a joint body that stands for its members
replaced_bodies as (
    select distinct actor_id from {{ ref('joint_bodies') }}
    where is_replaced
),

placed as (
    select * from {{ ref('int_actor_antecedents') }}
),

described as (
    select * from {{ ref('int_described_actors') }}
),

-- A verb of speech looks for the last speaker, anything else for the subject of the last sentence.
ranked as (
    select
        referring.sentence_id,
        referring.document_id,
        referring.token_start,
        referring.token_end,
        referring.char_start,
        referring.char_end,
        referring.antecedent,
        placed.actor_id,
        placed.actor_type,
        placed.country_iso3,
        placed.is_person,
        row_number() over (
            partition by referring.sentence_id, referring.token_start
            order by
                referring.noun = 'она' and placed.is_person and placed.russian_pronoun <> 'она'
                or referring.noun = 'she' and placed.is_person and not placed.is_woman and placed.actor_id not like 'x-%'
                or referring.noun = 'he' and placed.is_woman,
                case
                    when referring.antecedent in ('ministry', 'organisation') and contains(placed.name_key, ' ' || referring.noun || ' ') then 0
                    when referring.antecedent = 'document' and referring.noun in (placed.last_key, placed.next_key) then 0
                    -- "Ankara rejected the charge. The report says": states answer reports, bodies write them
                    when {{ is_author_of_reports() }} then 0
                    -- "the organization" is one that calls itself so
                    when referring.noun = 'organization' and contains(placed.alias_keys, ' organization ') then 0
                    when referring.antecedent = 'person' and contains(placed.office_keys, ' ' || coalesce(referring.office, referring.noun) || ' ') then 0
                    -- "Lee, the Omani envoy, came. The envoy ..."
                    when offices.actor_id is not null then 0
                    when referring.noun = 'государств' and regexp_matches(placed.office_keys, ' (?:president|king|emir) ') then 0
                    else 1
                end,
                case
                    when
                        placed.is_speaker
                        and (referring.is_speaking or referring.noun not in ('he', 'she', 'it', 'they', 'он', 'она', 'оно'))
                        -- "The ministry was glad. The visit, it said, is of use": no agency that spoke before
                        or referring.noun = 'it' and placed.is_first and referring.sentence_number - 1 = placed.sentence_number
                        and contains(placed.name_key, ' ministry ')
                        then 0
                    else 1
                end,
                referring.sentence_number - placed.sentence_number,
                placed.is_speaker desc,
                case when referring.antecedent = 'ministry' then -placed.token_start else placed.token_start end,
                placed.actor_id
        ) as candidate_rank
    from referring
    inner join placed
        on
            referring.document_id = placed.document_id
            and placed.sentence_number between referring.sentence_number - 40 and referring.sentence_number
            and (referring.sentence_number > placed.sentence_number or referring.token_start > placed.token_end + if(placed.is_companion, 2, 0))
    left join (select distinct document_id, actor_id, noun, is_person from described) as offices
        on placed.document_id = offices.document_id and placed.actor_id = offices.actor_id and referring.noun = offices.noun and offices.is_person
    where
        referring.antecedent not in ('pair', 'pair_of_states', 'sides', 'several', 'several_states')
        and case referring.antecedent
            when 'person'
                then
                    (
                        placed.is_person
                        -- "ОЗХО опубликовала доклад. Она осудила": what the sentence before is about
                        or placed.is_first and coalesce(placed.actor_type, '') <> 'media' and referring.sentence_number - 1 = placed.sentence_number
                        and (referring.noun = placed.russian_pronoun or referring.noun = 'она' and placed.russian_pronoun = '')
                        or (placed.is_delegate or placed.is_spoken_for and placed.is_speaker) and referring.noun in ('he', 'she')
                    )
                    -- "the interior minister" is no president
                    and (
                        placed.office_keys = '' or offices.actor_id is not null or not coalesce(ends_with(referring.office, ' minister'), false)
                        or contains(placed.office_keys, ' ' || split_part(referring.office, ' ', 1) || ' ')
                    )
                    and referring.sentence_number - placed.sentence_number
                    <= case when referring.is_speaking or referring.noun not in ('he', 'she', 'он', 'она') then 5 else 4 end
            -- "the foreign ministers decided": those of the body told of
            when 'members' then placed.actor_type = 'igo' and referring.sentence_number - placed.sentence_number <= 3
            when 'ministry' then regexp_matches(placed.name_key, ' (?:ministry|department|foreign office|pentagon) ')
            when 'document'
                then
                    referring.noun in (placed.last_key, placed.next_key)
                    or (placed.is_speaker and referring.sentence_number - placed.sentence_number between 0 and 5)
                    or {{ is_author_of_reports() }} and placed.is_first and referring.sentence_number - placed.sentence_number between 1 and 3
                    -- "The Security Council met. The resolution calls for"
                    or referring.noun = 'resolution' and placed.actor_type = 'igo' and regexp_matches(placed.name_key, ' (?:council|assembly) ')
                    and referring.sentence_number - placed.sentence_number <= 8
            else
                not placed.is_person
                and (referring.is_speaking or referring.noun not in ('it', 'they') or coalesce(placed.actor_type, '') <> 'media')
                and case
                    when referring.noun = 'they'
                        then
                            placed.sentence_number = referring.sentence_number and not placed.is_house
                            -- "Government forces closed the roads. On Monday they shelled the town."
                            or placed.sentence_number + 1 = referring.sentence_number
                            and (
                                -- a dateline stands before the subject of a lead
                                placed.token_start - if(placed.is_first and placed.sentence_number <= 2, 8, 0)
                                <= if(placed.actor_type = 'armed_group' or referring.is_acting_jointly, 7, 2)
                                and (
                                    placed.actor_type in ('military', 'armed_group', 'government')
                                    or referring.is_acting_jointly and placed.actor_type = 'other'
                                )
                                -- "The guarantors met. They committed themselves"
                                or placed.actor_id in (select replaced_bodies.actor_id from replaced_bodies)
                                -- "In Brussels EU ministers met. They have eased the sanctions."
                                or placed.actor_type = 'igo' and placed.next_key in ('ministers', 'foreign', 'leaders', 'states', 'members', 'experts')
                            )
                    when referring.noun = 'оно'
                        then placed.sentence_number >= referring.sentence_number - 1 and placed.russian_pronoun in ('оно', '')
                    when referring.noun = 'it'
                        then
                            referring.sentence_number - placed.sentence_number
                            <= case when not referring.is_speaking then 1 when placed.is_speaker and placed.actor_type <> 'state' then 12 else 5 end
                    else
                        contains(placed.name_key, ' ' || referring.noun || ' ')
                        or (
                            referring.noun in ('group', 'monitor', 'organization', 'organisation', 'agency', 'observatory', 'bloc', 'charity', 'ngo')
                            and placed.actor_type in ('ngo', 'igo', 'armed_group', 'media', 'unknown')
                            and (placed.actor_type <> 'media' or referring.noun = 'agency')
                            and referring.sentence_number - placed.sentence_number <= 12
                        )
                end
        end
),

-- sentences that name two people, or two states
couples as (
    select
        document_id,
        sentence_number,
        count(distinct if(is_person, actor_id, null)) as person_count,
        count(distinct if(actor_type = 'state', actor_id, null)) as state_count,
        max(token_start) as last_start
    from placed
    group by document_id, sentence_number
),

pairs as (
    select
        referring.sentence_id,
        referring.document_id,
        referring.token_start,
        referring.token_end,
        referring.char_start,
        referring.char_end,
        referring.antecedent,
        placed.actor_id,
        row_number() over (
            partition by referring.sentence_id, referring.token_start
            order by
                -- "the two leaders" are no envoys, where two leaders are named
                bool_or(coalesce(
                    case referring.noun
                        when 'лидер' then regexp_matches(placed.office_keys, ' (?:president|king|emir|chancellor|prince) ')
                        when 'государств' then regexp_matches(placed.office_keys, ' (?:president|king|emir) ')
                        when 'leaders' then regexp_matches(placed.office_keys, ' (?:president|king|emir|chancellor|prince) ')
                        when 'presidents' then contains(placed.office_keys, ' president ')
                        when 'ministers' then contains(placed.office_keys, ' minister ')
                    end,
                    false
                )) desc,
                -- "Jordan and Iraq met. Iran condemned both countries": two of one sentence, not one of each
                max(placed.sentence_number) filter (where couples.sentence_number is not null) desc nulls last,
                max((placed.sentence_number, placed.token_start)) desc,
                placed.actor_id
        ) as candidate_rank
    from referring
    inner join placed
        on
            referring.document_id = placed.document_id
            and case referring.antecedent when 'pair' then placed.is_person else placed.actor_type = 'state' end
            and placed.sentence_number between referring.sentence_number - 12 and referring.sentence_number
            and (referring.sentence_number > placed.sentence_number or referring.token_start > placed.token_end)
    left join couples
        on
            placed.document_id = couples.document_id
            and placed.sentence_number = couples.sentence_number
            and case referring.antecedent when 'pair' then couples.person_count else couples.state_count end >= 2
            and referring.sentence_number - 2 <= couples.sentence_number
            and (referring.sentence_number > couples.sentence_number or referring.token_start > couples.last_start)
    where referring.antecedent in ('pair', 'pair_of_states')
    group by
        referring.sentence_id,
        referring.document_id,
        referring.token_start,
        referring.token_end,
        referring.char_start,
        referring.char_end,
        referring.antecedent,
        placed.actor_id
),

states as (
    select
        country_iso3,
        min(actor_id) as actor_id
    from {{ ref('actors') }}
    where actor_type = 'state'
    group by country_iso3
),

-- who may be one of the three, the four, the two sides
parties as (
    {{ possible_parties('placed', 'states') }}
),

gatherings as (
    select
        document_id,
        sentence_number,
        antecedent,
        list(distinct actor_id order by actor_id) as actor_ids,
        max(token_start) as last_start,
        count(distinct side) as side_count
    from parties
    group by document_id, sentence_number, antecedent
),

-- "the four countries": the last sentence that names four; "the ministers": the last that names some
gathered as (
    select
        referring.sentence_id,
        referring.document_id,
        referring.token_start,
        referring.token_end,
        referring.char_start,
        referring.char_end,
        referring.antecedent,
        gatherings.actor_ids
    from referring
    inner join gatherings
        on
            referring.document_id = gatherings.document_id
            and gatherings.sentence_number between referring.sentence_number - 30 and referring.sentence_number
            -- "Lee received Kim, the two sides agreeing": named before in the sentence, or in one before it
            and (referring.sentence_number > gatherings.sentence_number or referring.token_start > gatherings.last_start and referring.antecedent = 'sides')
            and case referring.antecedent
                when 'members'
                    then
                        gatherings.antecedent = 'several' and referring.noun = 'ministers'
                        and gatherings.sentence_number
                        >= referring.sentence_number - case len(gatherings.actor_ids) when 1 then 0 when 2 then 3 else 12 end
                -- "the two sides" of a visit are the states of those who met
                when 'sides' then gatherings.antecedent in ('sides', 'several_states') and len(gatherings.actor_ids) = 2 and gatherings.side_count = 2
                else referring.antecedent = gatherings.antecedent and len(gatherings.actor_ids) = referring.party_count
            end
    qualify row_number() over (
        partition by referring.sentence_id, referring.token_start
        order by gatherings.sentence_number desc, gatherings.antecedent = referring.antecedent desc, gatherings.antecedent
    ) = 1
),

referred as (
    select
        sentence_id,
        document_id,
        token_start,
        token_end,
        char_start,
        char_end,
        actor_id,
        is_person
    from ranked
    anti join gathered on ranked.sentence_id = gathered.sentence_id and ranked.token_start = gathered.token_start
    -- "российский министр" is the Russian one of two ministers
    anti join described
        on
            ranked.sentence_id = described.sentence_id
            and ranked.token_start between described.token_start and described.token_end
            and described.is_of_nation
    where candidate_rank = 1
),

mentions as (
    select
        named.sentence_id,
        named.document_id,
        named.token_start,
        named.token_end,
        named.char_start,
        named.char_end,
        named.actor_id,
        named.mention_kind,
        named.is_person,
        -- the nation of "the Russian diplomat" says only which one
        named.is_nested or described.sentence_id is not null as is_nested,
        named.is_locative
    from named
    left join described
        on named.sentence_id = described.sentence_id and named.token_start >= described.token_start and named.token_end <= described.token_end
    union all by name
    select
        *,
        'pronoun' as mention_kind,
        false as is_nested,
        false as is_locative
    from (
        select * from referred
        union all by name
        select described.* exclude (is_of_nation, noun)
        from described
        anti join referred on described.sentence_id = referred.sentence_id and described.token_end = referred.token_end
        anti join gathered on described.sentence_id = gathered.sentence_id and described.token_end = gathered.token_end
        anti join pairs on described.sentence_id = pairs.sentence_id and described.token_end = pairs.token_end
        union all by name
        select
            * exclude (antecedent, candidate_rank),
            antecedent = 'pair' as is_person
        from pairs
        where candidate_rank <= 2
        union all by name
        select
            * exclude (antecedent, actor_ids),
            unnest(actor_ids) as actor_id,
            antecedent = 'several' as is_person
        from gathered
        union all by name
        select *, false as is_person from {{ ref('int_ministry_references') }}
        union all by name
        select * from {{ ref('int_pair_references') }}
    ) as taken_up
),

-- "Assad government President al-Assad": of two names of one actor that begin with one word the longer
longest as (
    select * from mentions
    qualify row_number() over (partition by sentence_id, token_start, actor_id order by token_end desc, is_nested, mention_kind) = 1
),

final as (
    select
        mentions.sentence_id || '-' || {{ padded('mentions.token_start', 4) }} || '-' || mentions.actor_id as mention_id,
        mentions.sentence_id,
        mentions.document_id,
        mentions.token_start,
        mentions.token_end,
        mentions.char_start,
        mentions.char_end,
        substring(
            sentences.sentence_text,
            mentions.char_start - sentences.char_start + 1,
            mentions.char_end - mentions.char_start
        ) as actor_text,
        mentions.actor_id,
        mentions.mention_kind,
        mentions.is_person,
        mentions.is_nested,
        mentions.is_locative
    from longest as mentions
    inner join sentences on mentions.sentence_id = sentences.sentence_id
)

select * from final
