-- Each word of word_lists is a key where it is compared with keys: another one is never found.
with

words as (
    select
        word_list,
        compared,
        unnest(string_split(words, '|')) as word
    from {{ ref('word_lists') }}
),

keys as (
    select
        word_list,
        compared,
        word,
        {{ token_key('word') }} as key,
        -- "соглашени" is the key of "соглашение", "воскресень" of "воскресенье", "женев" of "Женева", "помим" of "помимо", and their own are shorter
        {{ token_key("word || 'е'") }} as longer_key
    from words
)

select
    word_list,
    word,
    key
from keys
where
    regexp_matches(word, '\p{L}')
    and (
        compared = 'key' and word <> key and not (regexp_matches(word, '(?:ни|ь|ев|им)$') and word = longer_key)
        or compared = 'word' and word <> lower(word)
    )
