{%- set before_it -%}
partition by placed.sentence_id order by placed.figure_number rows between unbounded preceding and 1 preceding
{%- endset %}
with

placed as (
    select * from {{ ref('int_figure_positions') }}
),

sentences as (
    select
        sentence_id,
        document_id,
        line_number,
        sentence_number
    from {{ ref('int_sentences') }}
),

tokens as materialized (
    select
        sentence_id,
        token_number,
        token,
        token_key,
        token_kind
    from {{ ref('int_tokens') }}
    where sentence_id in (select placed.sentence_id from placed)
),

nouns as (
    select * from {{ ref('int_counted_nouns') }}
),

nouns_after as (
    select
        placed.mention_id,
        nouns.term_class as noun_class,
        nouns.term_key as noun,
        nouns.token_start as noun_start,
        nouns.token_end as noun_end,
        nouns.char_end as noun_char_end
    from placed
    inner join nouns on placed.sentence_id = nouns.sentence_id
    left join tokens as joint on placed.sentence_id = joint.sentence_id and placed.unit_end = joint.token_number - 2
    where
        nouns.token_start between placed.unit_end + 1 and placed.unit_end + 7
        -- "three busloads of civilians" are busloads
        and not (
            nouns.token_start >= placed.unit_end + 3
            and coalesce(joint.token_key = 'of', false)
            and placed.unit is null
            and nouns.term_class in ('people', 'refugee', 'idp', 'family', 'woman', 'child', 'soldier', 'death')
        )
        and (nouns.term_class <> 'thing' or placed.document_kind = 'article')
        and nouns.token_start < placed.stop_token
        and nouns.token_start < coalesce(placed.next_figure_start, 9999)
    qualify
        row_number() over (
            partition by placed.mention_id
            order by nouns.token_start, nouns.word_count desc, nouns.term_class
        ) = 1
),

-- "59 out of 114 schools", "88 of the 100 convoys": part and whole are of one kind
nouns_of_whole as (
    select
        placed.mention_id,
        nouns_after.noun_class,
        nouns_after.noun
    from placed
    inner join tokens as joint
        on placed.sentence_id = joint.sentence_id and placed.unit_end = joint.token_number - 1 and joint.token_key in ('of', 'out', 'из')
    inner join placed as wholes
        on
            placed.sentence_id = wholes.sentence_id
            and placed.figure_number = wholes.figure_number - 1
            and wholes.token_start between placed.unit_end + 2 and placed.unit_end + 4
    left join nouns_after on wholes.mention_id = nouns_after.mention_id
    where placed.unit is null and placed.currency is null and wholes.value >= coalesce(placed.value, placed.value_high)
),

-- "713 educational and 120 healthcare facilities", "six Russian and four Turkish soldiers": the noun is said once, behind the last
nouns_shared as (
    select
        placed.mention_id,
        coalesce(min(terms.term_class), any_value(nouns_after.noun_class)) as noun_class,
        coalesce(min(terms.term_key), any_value(nouns_after.noun)) as noun
    from placed
    inner join placed as others
        on
            placed.sentence_id = others.sentence_id
            and placed.figure_number = others.figure_number - 1
            and placed.unit_end = others.token_start - 3
    inner join nouns_after on others.mention_id = nouns_after.mention_id and nouns_after.noun_start <= others.unit_end + 2
    inner join tokens as quality
        on placed.sentence_id = quality.sentence_id and placed.unit_end = quality.token_number - 1 and quality.token_kind = 'word'
    inner join tokens as joint
        on placed.sentence_id = joint.sentence_id and placed.unit_end = joint.token_number - 2 and joint.token_key in ('and', 'or', 'и', 'или')
    left join {{ ref('int_term_names') }} as terms
        on
            terms.term_key = quality.token_key || ' ' || regexp_extract(nouns_after.noun, '(\S+)$', 1)
            and terms.term_kind = 'noun'
    where
        placed.unit is null and placed.currency is null and others.unit is null
        and (terms.term_key is not null or regexp_matches(quality.token, '^\p{Lu}\p{Ll}'))
    group by placed.mention_id
),

-- "of which 363 were women"; of "women and children" and "women" the longer
nouns_predicate as (
    select
        placed.mention_id,
        arg_max(nouns.term_class, (nouns.word_count, -nouns.token_start, nouns.term_class)) as noun_class,
        arg_max(nouns.term_key, (nouns.word_count, -nouns.token_start, nouns.term_class)) as noun
    from placed
    inner join tokens as copula on placed.sentence_id = copula.sentence_id and copula.token_number = placed.unit_end + 1
    left join tokens as pronoun on placed.sentence_id = pronoun.sentence_id and pronoun.token_number = placed.unit_end + 2
    inner join nouns
        on
            placed.sentence_id = nouns.sentence_id
            and (
                nouns.token_start = placed.unit_end + 2
                -- "31 of whom were children"
                or (
                    copula.token_key = 'of'
                    and pronoun.token_key in ('whom', 'them', 'which', 'these')
                    and nouns.token_start between placed.unit_end + 3 and placed.unit_end + 4
                )
            )
    where
        nouns.term_class in ('woman', 'child', 'elderly', 'man', 'people')
        and copula.token_key in ('were', 'was', 'are', 'is', 'being', 'of', 'составил', 'составляет', 'составляют')
    group by placed.mention_id
),

-- "women - 61, children - 104": the noun stands before a dash
nouns_dash as (
    select
        placed.mention_id,
        arg_max(nouns.term_class, (-nouns.token_end, nouns.word_count, nouns.term_class)) as noun_class,
        arg_max(nouns.term_key, (-nouns.token_end, nouns.word_count, nouns.term_class)) as noun
    from placed
    inner join nouns on placed.sentence_id = nouns.sentence_id
    left join tokens as dash
        on placed.sentence_id = dash.sentence_id and placed.token_start = dash.token_number + 1
    left join tokens as behind
        on placed.sentence_id = behind.sentence_id and placed.unit_end = behind.token_number - 1
    left join tokens as joint
        on placed.sentence_id = joint.sentence_id and placed.token_start = joint.token_number + 3
    left join {{ ref('int_numbered_nouns') }} as numbered on nouns.sentence_id = numbered.sentence_id and nouns.token_start > numbered.token_end + 1
    where
        (
            nouns.term_class in ('woman', 'child', 'elderly', 'man')
            -- "food parcels: 5,500" labels its figure; "violations: 3 in Hama" begins a list
            or (
                placed.document_kind = 'bulletin'
                and nouns.term_class not in ('location', 'settlement', 'country', 'thing', 'person')
                -- "number of settlements that had signed agreements – 2,233"
                and numbered.sentence_id is null
                and (behind.token is null or behind.token_kind = 'punct' and behind.token <> '(')
            )
        )
        and (
            (nouns.token_end = placed.token_start - 2 and dash.token in ('-', '–', '—', ':', '|'))
            or (nouns.token_end = placed.token_start - 1 and placed.gap_before = '-')
            -- "Recipients of aid: 3,100"
            or (nouns.token_end = placed.token_start - 4 and joint.token_key = 'of' and dash.token = ':')
        )
    group by placed.mention_id
),

-- a verb that itself states a zero ("did not open fire") is figure and noun at once
nouns_before as (
    select
        placed.mention_id,
        nouns.term_class as noun_class,
        nouns.term_key as noun,
        nouns.token_start as noun_start,
        {{ names_its_row() }} as names_its_row
    from placed
    left join {{ ref('int_list_lines') }} as list_rows on placed.document_id = list_rows.document_id and placed.line_number = list_rows.line_number
    inner join nouns
        on
            placed.sentence_id = nouns.sentence_id and placed.token_start > nouns.token_end
            -- "Urban locations    133,660" below "Where the registered live": where, not what
            and nouns.term_class not in ('thing', 'person', case when list_rows.is_gapped then 'location' else 'thing' end)
            and nouns.term_key <> 'civilian'
    anti join nouns_after
        on
            nouns.sentence_id = left(nouns_after.mention_id, length(nouns_after.mention_id) - 6)
            and nouns.token_start = nouns_after.noun_start
    left join tokens as before
        on nouns.sentence_id = before.sentence_id and nouns.token_start = before.token_number + 1
    left join tokens as second
        on nouns.sentence_id = second.sentence_id and nouns.token_start = second.token_number + 2
    -- "a convoy with 3,000 more": whoever it carries are no convoys
    where not (nouns.term_class in ('convoy', 'truck', 'plane') and nouns.token_end = placed.token_start - 2 and placed.key_before in ('with', 'carrying', 'с'))
    qualify
        row_number() over (
            partition by placed.mention_id
            order by
                nouns.token_start > coalesce(placed.previous_figure_end, 0) desc,
                coalesce(before.token_key = 'of' and second.token_key = 'number', false) desc,
                nouns.token_start,
                nouns.word_count desc,
                nouns.term_class
        ) = 1
),

-- in a list or a table the line that opens it names what is counted
nouns_opening as (
    select
        placed.mention_id,
        nouns.term_class as noun_class,
        nouns.term_key as noun
    from placed
    inner join {{ ref('int_list_lines') }} as list_lines
        on placed.document_id = list_lines.document_id and placed.line_number = list_lines.line_number
    inner join {{ ref('int_captions') }} as captions
        on list_lines.document_id = captions.document_id and list_lines.opening_line = captions.opening_line
    inner join sentences on captions.document_id = sentences.document_id and captions.caption_line = sentences.line_number
    inner join nouns on sentences.sentence_id = nouns.sentence_id
    where nouns.term_class not in ('thing', 'person') or placed.document_kind = 'article'
    qualify
        row_number() over (
            partition by placed.mention_id
            order by
                sentences.sentence_number desc,
                -- "Refugees returned, by crossing": what a list goes by is not what it counts
                nouns.term_class in ('location', 'settlement', 'country', 'checkpoint'),
                -- "the death of 1,480 people"
                nouns.term_class = 'death' desc,
                -- "People injured by mines", "People who received food aid"
                nouns.term_class in ('explosive', 'ordnance', 'cargo'),
                nouns.token_start desc,
                nouns.word_count desc,
                nouns.term_class
        ) = 1
),

-- in a list of the dead "Fighters of other factions: 6,903" says who they were; they are counted as the dead
labels as (
    select nouns_dash.*
    from nouns_dash
    left join nouns_opening on nouns_dash.mention_id = nouns_opening.mention_id
    where
        nouns_dash.noun_class in ('woman', 'child', 'elderly', 'man', 'people', 'death', 'injury', 'arrest')
        or coalesce(nouns_opening.noun_class not in ('death', 'injury', 'arrest'), true)
),

-- "they need 25,000 tents; 1,800 have been promised": what goes on with a verb goes on with the noun
nouns_again as (
    select
        placed.mention_id,
        before.noun_class,
        before.noun
    from placed
    inner join tokens as verb
        on
            placed.sentence_id = verb.sentence_id
            and (
                placed.unit_end = verb.token_number - 1
                -- "Отремонтировано 112 школ, ремонтируются 87"
                or (verb.token_key in ('ремонтируютс', 'восстанавливаютс', 'строитс', 'строятс') and verb.token_number = placed.token_start - 1)
            )
    inner join placed as previous
        on placed.sentence_id = previous.sentence_id and placed.figure_number between previous.figure_number + 1 and previous.figure_number + 2
    inner join nouns_after as before on previous.mention_id = before.mention_id
    where
        (
            -- "300 people in 8 towns got flour; a further 90 were given bread"
            placed.figure_number = previous.figure_number + 1
            or before.noun_class in ('people', 'family', 'child', 'refugee', 'idp', 'woman')
        )
        and (
            verb.token_number < placed.token_start
            -- "rations were given to 443,000 people, and fresh bread to 210,500"
            or (
                placed.stop_token = placed.unit_end + 1
                -- "food for 27,000 people, 900 tents and medicine for 7,000 to Duma"
                and (
                    (placed.key_before = 'to' and verb.token_kind = 'punct')
                    or (placed.key_before = 'for' and verb.token_key in ('to', 'in'))
                )
                and before.noun_class in ('people', 'family', 'child', 'refugee', 'idp', 'woman')
            )
            or (
                verb.token_key in ('have', 'has', 'had', 'were', 'was', 'are', 'is', 'need', 'require', 'lack', 'ожидаютс', 'ожидаетс', 'прибудут', 'отправятс')
                and placed.key_before in (';', ',', 'and', 'but', 'another', 'further', 'еще', 'а')
            )
        )
        and placed.depth = 0
        and placed.unit is null
        and placed.currency is null
    qualify
        row_number() over (
            partition by placed.mention_id
            order by before.noun_class in ('location', 'settlement', 'country'), previous.figure_number desc
        ) = 1
),

-- "Of the 48 trucks, 36 arrived", "repaired 45 schools, bringing the total to 516": a figure without a noun counts what
-- the last one with a noun counted
nouns_carried as (
    select
        placed.mention_id,
        -- "341 people, including 174 children, while 543 others": whom an of-which names is not whom the next counts
        last_value(case when nouns_after.noun_class not in ('woman', 'child', 'man', 'elderly') then nouns_after.noun_class end ignore nulls)
            over ({{ before_it }}) as noun_class,
        last_value(case when nouns_after.noun_class not in ('woman', 'child', 'man', 'elderly') then nouns_after.noun end ignore nulls)
            over ({{ before_it }}) as noun,
        coalesce(behind.token_key in ('others', 'друг'), false) as is_of_others
    from placed
    left join nouns_after on placed.mention_id = nouns_after.mention_id
    left join tokens as behind
        on placed.sentence_id = behind.sentence_id and placed.unit_end = behind.token_number - 1
    where placed.unit is null and placed.currency is null and placed.number_kind <> 'zero'
    qualify nouns_after.noun_class is null and placed.depth = 0
),

verbs as (
    select
        placed.mention_id,
        arg_max(nouns.term_class, (nouns.word_count, -nouns.token_start, nouns.term_class)) as noun_class,
        arg_max(nouns.term_key, (nouns.word_count, -nouns.token_start, nouns.term_class)) as noun
    from placed
    inner join nouns
        on
            placed.sentence_id = nouns.sentence_id
            and placed.token_end >= nouns.token_start
            and placed.token_start <= nouns.token_end
    where
        (placed.number_kind = 'zero' and nouns.term_class in ('fire_zero', 'not_confirmed'))
        -- "twice" is figure and noun at once too
        or (placed.number_kind = 'phrase' and nouns.term_class = 'case')
    group by placed.mention_id
),

final as (
    select
        placed.* exclude (gap_before),
        coalesce(
            verbs.noun_class,
            columns.noun_class,
            labels.noun_class,
            nouns_after.noun_class,
            nouns_shared.noun_class,
            nouns_of_whole.noun_class,
            nouns_predicate.noun_class,
            nouns_listed.noun_class
        ) as noun_after_class,
        coalesce(
            verbs.noun,
            columns.noun,
            labels.noun,
            nouns_after.noun,
            nouns_shared.noun,
            nouns_of_whole.noun,
            nouns_predicate.noun,
            nouns_listed.noun
        ) as noun_after,
        nouns_of_whole.mention_id is not null as is_of_whole,
        columns.header_start,
        columns.label_end,
        coalesce(columns.is_named_by_row, false) as is_named_by_row,
        nouns_after.noun_end,
        nouns_after.noun_char_end,
        coalesce(nouns_again.noun_class, nouns_opening.noun_class, of_others.noun_class, nouns_before.noun_class, nouns_carried.noun_class)
            as noun_before_class,
        coalesce(nouns_again.noun, nouns_opening.noun, of_others.noun, nouns_before.noun, nouns_carried.noun) as noun_before,
        coalesce(placed.currency is not null, false) as is_money,
        placed.unit is null
        and placed.currency is null
        and coalesce(
            verbs.noun_class,
            columns.noun_class,
            labels.noun_class,
            nouns_after.noun_class,
            nouns_shared.noun_class,
            nouns_of_whole.noun_class,
            nouns_predicate.noun_class,
            nouns_listed.noun_class
        ) is null as is_bare
    from placed
    left join nouns_after on placed.mention_id = nouns_after.mention_id
    left join nouns_before on placed.mention_id = nouns_before.mention_id
    left join nouns_again on placed.mention_id = nouns_again.mention_id
    left join nouns_opening on placed.mention_id = nouns_opening.mention_id and not coalesce(nouns_before.names_its_row, false)
    left join nouns_carried on placed.mention_id = nouns_carried.mention_id
    left join nouns_carried as of_others on placed.mention_id = of_others.mention_id and of_others.is_of_others
    left join {{ ref('int_figure_columns') }} as columns on placed.mention_id = columns.mention_id
    left join verbs on placed.mention_id = verbs.mention_id
    left join labels on placed.mention_id = labels.mention_id
    left join nouns_shared on placed.mention_id = nouns_shared.mention_id
    left join nouns_of_whole on placed.mention_id = nouns_of_whole.mention_id
    left join nouns_predicate on placed.mention_id = nouns_predicate.mention_id
    left join nouns_after as nouns_listed on placed.list_end_mention_id = nouns_listed.mention_id
)

select * from final
