with

numbers as (
    select
        mention_id,
        sentence_id,
        char_start,
        char_end
    from {{ ref('int_number_mentions') }}
),

sentences as (
    select
        sentence_id,
        document_id,
        line_number
    from {{ ref('int_sentences') }}
),

nouns as (
    select * from {{ ref('int_term_mentions') }}
    where term_kind = 'noun'
),

cells as (
    select * from {{ ref('int_table_cells') }}
),

-- in a table of several columns the name of the column says what is counted
nouns_of_columns as (
    select
        columns.document_id,
        columns.header_start,
        nouns.term_class as noun_class,
        nouns.term_key as noun
    from (select distinct document_id, header_start, header_end from cells) as columns
    inner join nouns
        on
            columns.document_id = nouns.document_id
            and columns.header_start <= nouns.char_start
            and columns.header_end >= nouns.char_end
    where nouns.term_class not in ('thing', 'person')
    qualify
        row_number() over (
            partition by columns.document_id, columns.header_start
            order by nouns.token_start, nouns.word_count desc, nouns.term_class
        ) = 1
),

-- "Children vaccinated | 510,000 | 402,900" below "Target | Reached": then the name of the row does
nouns_of_rows as (
    select
        sentences.document_id,
        sentences.line_number,
        nouns.term_class as noun_class,
        nouns.term_key as noun,
        nouns.char_end
    from nouns
    inner join sentences on nouns.sentence_id = sentences.sentence_id
    inner join (select distinct document_id, line_number, label_end from cells) as labels
        on
            sentences.document_id = labels.document_id
            and sentences.line_number = labels.line_number
            and nouns.char_end <= labels.label_end
    where nouns.term_class not in ('thing', 'person', 'location', 'settlement', 'country', 'checkpoint')
    qualify
        row_number() over (
            partition by sentences.document_id, sentences.line_number
            order by nouns.token_start, nouns.word_count desc, nouns.term_class
        ) = 1
),

final as (
    select
        placed.mention_id,
        cells.header_start,
        cells.label_end,
        coalesce(nouns_of_columns.noun_class, nouns_of_rows.noun_class) as noun_class,
        coalesce(nouns_of_columns.noun, nouns_of_rows.noun) as noun,
        -- "Killed | 8 | 5" below "This week | Last week"
        nouns_of_columns.noun_class is null and (nouns_of_rows.noun_class is not null or cells.names_time) as is_named_by_row
    from numbers as placed
    inner join sentences on placed.sentence_id = sentences.sentence_id
    inner join cells
        on
            sentences.document_id = cells.document_id
            and sentences.line_number = cells.line_number
            and placed.char_start >= cells.char_start
            and placed.char_end <= cells.char_end
    left join nouns_of_columns
        on cells.document_id = nouns_of_columns.document_id and cells.header_start = nouns_of_columns.header_start
    left join nouns_of_rows
        on cells.document_id = nouns_of_rows.document_id and cells.line_number = nouns_of_rows.line_number
)

select * from final
