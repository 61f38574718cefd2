with

spelt as (
    select * from {{ ref('int_place_letters') }}
),

tokens as not materialized (
    select * from {{ ref('int_tokens') }}
),

documents as (
    select
        document_id,
        document_kind
    from {{ ref('stg_documents_to_read') }}
),

sentences as (
    select
        sentence_id,
        char_start as sentence_start,
        sentence_text
    from {{ ref('int_sentences') }}
),

extracted as (
    select
        sentence_id,
        regexp_extract_all(letters, {{ place_list_pattern() }}) as pieces
    from spelt
),

pieces as (
    select
        sentence_id,
        unnest(pieces) as piece,
        generate_subscripts(pieces, 1) as piece_number
    from extracted
),

placed as (
    select
        *,
        {{ length_before('piece', 'sentence_id', 'piece_number') }} as letters_before
    from pieces
),

-- Among known places alone only a bulletin's list vouches for a new one.
lists as (
    select
        placed.*,
        spelt.document_id,
        spelt.letters
    from placed
    inner join spelt on placed.sentence_id = spelt.sentence_id
    inner join documents on spelt.document_id = documents.document_id
    where
        regexp_matches(placed.piece, 'c|Pt')
        and (
            regexp_matches(placed.piece, '[VXR]|vo?D?d?G|Gv|P(?:a?c|t)')
            or (
                documents.document_kind = 'bulletin'
                and contains(placed.piece, 'S')
                and not regexp_matches(placed.piece, '[cPt],?[io]S')
            )
        )
),

names as (
    select
        *,
        unnest(regexp_extract_all(piece, '{{ place_name_letters() }}|(?s:.)')) as name_piece,
        generate_subscripts(regexp_extract_all(piece, '{{ place_name_letters() }}|(?s:.)'), 1) as name_number
    from lists
),

named as (
    select
        *,
        letters_before + {{ length_before('name_piece', 'sentence_id, piece_number', 'name_number') }} as name_before
    from names
),

found as (
    select
        *,
        substr(letters, letters_before + 1, name_before - letters_before) as list_before,
        substr(letters, name_before + length(name_piece) + 1, letters_before + length(piece) - name_before - length(name_piece))
            as list_after,
        substr(letters, name_before + length(name_piece) + 1, 1) as letter_after
    from named
    where
        regexp_matches(name_piece, 'c|Pt')
        and substr(letters, name_before, 1) <> 't'
        -- "Schools in Homs province": a lone first word is an ordinary one.
        and not (
            name_before = 0
            and length(name_piece) = 1
            and substr(letters, 2, 1) not in (',', '&')
        )
),

-- "Impact of Hostilities in Aleppo Governorate": a word that the text writes small elsewhere is no name
ordinary as (
    select distinct
        found.sentence_id,
        found.name_before
    from found
    inner join tokens as named on found.sentence_id = named.sentence_id and found.name_before + 1 = named.token_number
    inner join tokens as small
        on named.document_id = small.document_id and named.token_key = small.token_key and small.token_kind = 'word' and not small.is_capitalised
    where length(found.name_piece) = 1
),

housed as (
    select
        found.*,
        spelt.starts,
        spelt.ends,
        coalesce(
            -- "the villages of Zor, Qarqafta and Qaddis near Homs"
            case
                when regexp_matches(list_after, '^[acPt,&]*[io]S')
                    then spelt.locations[name_before + length(name_piece) + strpos(list_after, 'S')]
            end,
            case
                when contains(list_after, 'G')
                    then spelt.locations[name_before + length(name_piece) + strpos(list_after, 'G')]
            end,
            case
                when contains(list_before, 'G')
                    then spelt.locations[letters_before + length(list_before) - strpos(reverse(list_before), 'G') + 1]
            end,
            case
                when contains(substr(found.letters, 1, letters_before), 'G')
                    then spelt.locations[letters_before - strpos(reverse(substr(found.letters, 1, letters_before)), 'G') + 1]
            end
        ) as parent_location_id
    from found
    anti join ordinary on found.sentence_id = ordinary.sentence_id and found.name_before = ordinary.name_before
    inner join spelt on found.sentence_id = spelt.sentence_id
),

texts as (
    select
        housed.sentence_id,
        housed.document_id,
        cast(housed.name_before + 1 as integer) as token_start,
        cast(housed.name_before + length(housed.name_piece) as integer) as name_end,
        housed.starts[housed.name_before + 1] as char_start,
        housed.parent_location_id,
        contains(housed.piece, 'X') as is_crossing,
        substr(
            sentences.sentence_text,
            housed.starts[housed.name_before + 1] - sentences.sentence_start + 1,
            housed.ends[housed.name_before + length(housed.name_piece)] - housed.starts[housed.name_before + 1]
        ) as bare_name
    from housed
    inner join sentences on housed.sentence_id = sentences.sentence_id
),

spelled as (
    select
        *,
        regexp_replace(bare_name, '[''’]s$', '') as name_text
    from texts
),

-- "the Maram camp", "Metras airfield": what it is belongs to the name
kinds as (
    select
        texts.*,
        case when behind.token_number is not null then texts.name_end + 1 else texts.name_end end as token_end,
        texts.name_text || coalesce(' ' || behind.token, '') as place_text,
        case
            when texts.is_crossing then 'crossing'
            when behind.token_key = 'camp' or before.token_key = 'лагер' then 'camp'
            when behind.token_number is not null then 'other'
            else 'settlement'
        end as location_type
    from spelled as texts
    left join tokens as behind
        on
            texts.sentence_id = behind.sentence_id
            and texts.bare_name = texts.name_text
            and texts.name_end + 1 = behind.token_number
            and behind.token in ('camp', 'airfield', 'airbase')
            and behind.gap_before = ' '
    left join tokens as before on texts.sentence_id = before.sentence_id and texts.token_start - 1 = before.token_number
),

keyed as (
    select
        *,
        {{ place_key('name_text') }} as name_key
    from kinds
),

told as (
    select
        *,
        {{ place_sound('name_key') }} as place_sound,
        {{ parent_told() }} as told_parent_id
    from keyed
    where length(name_key) >= 3
),

sounds as (
    select * from {{ ref('int_place_sounds') }}
),

final as (
    select
        told.sentence_id || '-p' || cast(told.token_start as varchar) as mention_id,
        told.sentence_id,
        told.document_id,
        told.token_start,
        cast(told.token_end as integer) as token_end,
        told.char_start,
        cast(told.char_start + length(told.place_text) as integer) as char_end,
        told.place_text,
        'x-' || lower(coalesce(told.told_parent_id, 'unknown')) || '-' || told.name_key as location_id,
        told.location_type,
        told.told_parent_id as parent_location_id,
        sounds.location_id as heard_location_id
    from told
    left join sounds
        on told.place_sound = sounds.place_sound and told.told_parent_id is not distinct from sounds.governorate_id and told.location_type = 'settlement'
)

select * from final
