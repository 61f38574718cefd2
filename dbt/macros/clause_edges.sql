{#- Which words that may open a clause do, and which verbs behind "and" go on with the clause before a dependent one. -#}

{#- "ended that deal", "as a weapon"; names relations of int_clause_tokens, as the others do. -#}
{% macro is_pointing() -%}
    coalesce(
        {{ has_flag("that") }} and {{ has_flag("finite", "bits_before") }} and {{ has_flag("word", "bits_after") }}
        and not (
            {{ has_flag("s", "bits_after") }} or {{ has_flag("ly", "bits_after") }} or {{ has_flag("determiner", "bits_after") }}
            or {{ has_flag("preposition", "bits_after") }} or {{ has_flag("before_verb", "bits_after") }} or {{ has_flag("joint", "bits_after") }}
            or {{ has_flag("speech_edge", "bits_after") }} or {{ has_flag("capital", "bits_after") }}
        )
        or {{ has_flag("as") }} and not {{ has_flag("capital", "bits_after") }},
        false
    )
{%- endmacro %}

{#- "announced new sanctions", but not "announced that sanctions would follow". -#}
{% macro is_announced() -%}
    coalesce(
        {{ has_flag("announcing", "bits_before") }} and ({{ has_flag("event") }} or {{ has_flag("event", "bits_after") }}) and not {{ has_flag("that") }},
        false
    )
{%- endmacro %}

{#- Whether a verb is told of now or of what is to come, so that a past behind "and" goes on with another. -#}
{% macro is_of_now() -%}
    (
        (is_bare or is_before_ing) and token_key in ('is', 'are', 'has', 'have')
        or not {{ has_flag("aux_next") }}
        and token_key in ('will', 'would', 'can', 'could', 'may', 'might', 'must', 'should', 'shall')
    )
{%- endmacro %}

{#- "was used as a weapon in May", "resigned as minister and left", "valid until June", "ended that deal": without a verb of its own it opens no
    clause. -#}
{% macro is_void_opening() -%}
    coalesce(
        (token_key in ('until', 'till') or is_pointing)
        and not {{ has_flag("speech_edge") }}
        and token_number > 2
        and (verb_behind is null or verb_behind > edge_behind or is_joined_behind)
        -- "and once again called for": before a verb it is an adverb
        or token_key = 'once' and is_verb_start and token_number > 2 and verb_before is not null
        -- "announced new sanctions on those who rule": what is announced is the verb's object
        or is_announced and not {{ has_flag("own_edge") }} and (verb_behind is null or verb_behind > token_number + 4),
        false
    )
{%- endmacro %}

{#- "called for talks before the end of the year and left", "repeated that war is no way out and rejected the plan": a verb behind "and" that
    goes on with the clause before the dependent one. -#}
{% macro is_resumed_verb() -%}
    coalesce(
        is_joined_verb
        and token_number - 1 <> coalesce(joint_before, 0)
        and first_verb < edge_before
        and {{ has_flag("finite") }}
        and (ends_with(token_key, 'ed') or token_key in ({{ words("strong_pasts") }}))
        and case
            when edge_before > verb_before then edge_key_before in ('after', 'before', 'since', 'while', 'once')
            else is_edge_of_clause_before and is_now_before
        end,
        false
    )
{%- endmacro %}

{#- The marks of clauses with `is_hard_edge` as their neighbours make it. -#}
{% macro edges_in_place(marks) -%}
    select
        * exclude (is_hard_edge, bits),
        is_hard_edge and not {{ is_void_opening() }} or {{ is_resumed_verb() }} as is_hard_edge
    from (
        select
            *,
            last_value(case when is_hard_edge then token_number end ignore nulls) over before_it as edge_before,
            last_value(case when is_hard_edge then token_key end ignore nulls) over before_it as edge_key_before,
            last_value(case when is_hard_edge then {{ has_flag("opening") }} or {{ has_flag("that") }} end ignore nulls) over before_it
                as is_edge_of_clause_before,
            last_value(case when is_verb_start then token_number end ignore nulls) over before_it as verb_before,
            last_value(case when is_verb_start then {{ is_of_now() }} end ignore nulls) over before_it as is_now_before,
            last_value(case when may_be_edge then token_number end ignore nulls) over before_it as joint_before,
            first_value(case when is_hard_edge then token_number end ignore nulls) over behind_it as edge_behind,
            first_value(case when is_verb_start then token_number end ignore nulls) over behind_it as verb_behind,
            first_value(case when is_verb_start then is_joined_verb end ignore nulls) over behind_it as is_joined_behind
        from {{ marks }}
        window
            before_it as (partition by sentence_key order by token_number rows between unbounded preceding and 1 preceding),
            behind_it as (partition by sentence_key order by token_number rows between 1 following and unbounded following)
    ) as neighbouring
{%- endmacro %}
