with

all_tokens as (
    select * from {{ ref('int_tokens') }}
),

candidates as (
    select
        sentence_id,
        token_start,
        token_end,
        value
    from {{ ref('int_number_candidates') }}
    where number_kind = 'digits' and value >= 20
),

tokens as materialized (
    {{ tokens_at('all_tokens', 'candidates', ['token_end + 1', 'token_end + 2', 'token_end + 3', 'token_end + 4']) }}
),

rates as (
    select distinct
        candidates.sentence_id,
        candidates.token_start
    from candidates
    inner join tokens as joint
        on
            candidates.sentence_id = joint.sentence_id
            and candidates.token_end = joint.token_number - 1
            and joint.token_key in ('to', 'per', 'against', 'for', 'за')
    inner join tokens as worth
        on
            candidates.sentence_id = worth.sentence_id
            and worth.token_number between candidates.token_end + 2 and candidates.token_end + 4
            and worth.token_key in ('dollar', 'euro', 'usd', 'greenback', 'доллар', 'евр')
    -- "to the dollar", "per US dollar", "to one dollar": nothing else stands between
    left join tokens as between_them
        on
            candidates.sentence_id = between_them.sentence_id
            and between_them.token_number between candidates.token_end + 2 and worth.token_number - 1
            and between_them.token_key not in ('the', 'a', 'one', 'us', 'american', 'single', '1', 'один')
    where between_them.sentence_id is null
),

named as (
    select
        rates.sentence_id,
        min(case
            when words.token_key in ('turkish', 'try', 'турецк') then 'TRY'
            when words.token_key in ('lebanese', 'lbp', 'ливанск') then 'LBP'
            when words.token_key in ('iraqi', 'iqd', 'иракск') then 'IQD'
            when words.token_key in ('iranian', 'rial', 'rials', 'irr', 'иранск', 'риал') then 'IRR'
            when words.token_key in ('rouble', 'roubles', 'ruble', 'rubles', 'rub', 'рубл') then 'RUB'
        end) as currency
    from rates
    inner join all_tokens as words on rates.sentence_id = words.sentence_id
    group by rates.sentence_id
),

final as (
    select
        rates.sentence_id,
        rates.token_start,
        coalesce(named.currency, 'SYP') as currency
    from rates
    left join named on rates.sentence_id = named.sentence_id
)

select * from final
