with

frames as (
    select * from {{ ref('int_speech_frames') }}
    where frame not in ('count', 'counted')
),

marks as (
    select * from {{ ref('int_tokens') }}
    where token in ('(', ')') or token_kind = 'number'
),

nearest as (
    select
        frames.sentence_id,
        frames.frame_start,
        frames.frame_end,
        max_by(marks.token, marks.token_number) filter (where marks.token_number < frames.frame_start and marks.token_kind = 'punct') as mark_before,
        max(marks.token_number) filter (where marks.token_number < frames.frame_start and marks.token_kind = 'punct') as token_before,
        max(marks.char_end) filter (where marks.token_number < frames.frame_start and marks.token_kind = 'punct') as content_start,
        max(marks.token_number) filter (where marks.token_number < frames.frame_start and marks.token_kind = 'number') as figure_before,
        min_by(marks.token, marks.token_number) filter (where marks.token_number > frames.frame_end and marks.token_kind = 'punct') as mark_behind,
        min(marks.token_number) filter (where marks.token_number > frames.frame_end and marks.token_kind = 'punct') as token_behind,
        min(marks.char_start) filter (where marks.token_number > frames.frame_end and marks.token_kind = 'punct') as content_end,
        min(marks.token_number) filter (where marks.token_number > frames.frame_end and marks.token_kind = 'number') as figure_behind
    from frames
    inner join marks on frames.sentence_id = marks.sentence_id
    group by frames.sentence_id, frames.frame_start, frames.frame_end
),

-- "35 shellings (34 by the data of the Syrian side)"; "(according to the Observatory)" alone says the whole sentence
final as (
    select
        sentence_id,
        frame_start,
        frame_end,
        content_start,
        content_end
    from nearest
    where
        mark_before = '(' and mark_behind = ')'
        and (figure_before > token_before or figure_behind < token_behind)
)

select * from final
