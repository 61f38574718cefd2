with

keyed as (
    select * from {{ ref('int_figure_readings') }}
),

rules as (
    select
        rule_id,
        priority,
        measure,
        document_kind,
        default_period,
        modality,
        place_role,
        coalesce(split_part(all_cues, ' ', 1), '') as first_cue,
        string_split(all_cues, ' ') as all_cues,
        string_split(no_cues, ' ') as no_cues,
        unnest(string_split(noun_class, '|')) as noun_class
    from {{ ref('measure_rules') }}
),

-- Thousands of figures stand among the same few cues: the rules are tried once for each set of them.
settings as (
    select
        *,
        string_split(cue_key, ' ') as cues
    from (select distinct document_kind, noun_class, cue_key from keyed) as distinct_settings
),

-- and of the rules those whose first cue is among them, or that want none
cues_heard as (
    select
        *,
        unnest(list_append(cues, '')) as cue
    from settings
),

fitting as (
    select
        cues_heard.document_kind,
        cues_heard.noun_class,
        cues_heard.cue_key,
        rules.rule_id,
        rules.measure,
        rules.default_period,
        rules.modality,
        rules.place_role,
        rules.priority
    from cues_heard
    inner join rules on cues_heard.noun_class = rules.noun_class and cues_heard.cue = rules.first_cue
    where
        (rules.document_kind is null or rules.document_kind = '' or rules.document_kind = cues_heard.document_kind)
        and (rules.first_cue = '' or list_has_all(cues_heard.cues, rules.all_cues))
        and not (coalesce(rules.no_cues, []) <> [] and list_has_any(cues_heard.cues, rules.no_cues))
    qualify
        row_number() over (
            partition by cues_heard.document_kind, cues_heard.noun_class, cues_heard.cue_key
            order by rules.priority, rules.rule_id
        ) = 1
),

measured as (
    select
        keyed.mention_id,
        fitting.rule_id,
        fitting.measure,
        fitting.default_period,
        fitting.modality,
        fitting.place_role
    from keyed
    inner join fitting
        on
            keyed.noun_class = fitting.noun_class
            and keyed.cue_key = fitting.cue_key
            and keyed.document_kind is not distinct from fitting.document_kind
    qualify
        row_number() over (partition by keyed.mention_id order by fitting.priority + keyed.penalty, fitting.rule_id, keyed.noun_class) = 1
),

-- "Registered 912,400 / Awaiting registration 51,230 / Total 963,630": a total below its parts is of their measure
totals_below as (
    select
        heads.head_mention_id as mention_id,
        min(measured.rule_id) as rule_id,
        min(measured.measure) as measure,
        min(measured.default_period) as default_period,
        min(measured.modality) as modality,
        min(measured.place_role) as place_role
    from {{ ref('int_figure_heads') }} as heads
    inner join {{ ref('int_figures') }} as parts on heads.mention_id = parts.mention_id
    inner join {{ ref('int_figures') }} as totals on heads.head_mention_id = totals.mention_id
    left join measured on heads.mention_id = measured.mention_id
    where heads.relation = 'breakdown' and totals.char_start > parts.char_start and totals.is_bare
    group by heads.head_mention_id
    having count(*) = count(measured.mention_id) and count(distinct measured.measure) = 1
),

final as (
    select * from measured
    union all
    select totals_below.*
    from totals_below
    anti join measured on totals_below.mention_id = measured.mention_id
)

select * from final
