"""How queries and patterns of DuckDB's are said to Spark; needs neither of them."""

import re
from pathlib import Path

import pytest
from sqlglot import exp, parse_one

from dagster_project.spark.dialect import Step, steps
from dagster_project.spark.regex import PatternError, java_pattern, java_replacement
from dagster_project.spark.writing import TranslationError, table_at


def no_columns(query: str) -> list[str]:
    """No rule of these queries asks for columns."""
    raise AssertionError(query)


def said(sql: str) -> str:
    """The one query that a query without common tables becomes."""
    (step,) = steps(sql, "model", no_columns)
    assert step == Step(None, step.sql)
    return step.sql.lower()


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"a.c$", "(?d)a.c\\z"),
        (r"(?m)^a$", "(?d)(?m)^a$"),
        (r"(?i)сирия", "(?d)(?iu)сирия"),
        (r"(?i:a)\d", "(?d)(?iu:a)\\d"),
        (r"\p{Cyrillic}\p{Lu}", "(?d)\\p{IsCyrillic}\\p{Lu}"),
        (r"[[a&&b]", "(?d)[\\[a\\&\\&b]"),
        (r"[^\s]\s", "(?d)[^\\t\\n\\f\\r ][\\t\\n\\f\\r ]"),
        (r"(?P<day>\d)", "(?d)(?<day>\\d)"),
    ],
)
def test_pattern_is_written_as_java_reads_it(pattern: str, text: str):
    assert java_pattern(pattern) == text


def test_end_of_a_word_is_of_ascii_letters_as_in_re2():
    boundary = java_pattern(r"\b").removeprefix("(?d)")
    assert [found.start() for found in re.finditer(boundary, "on я 5")] == [0, 2, 5, 6]


@pytest.mark.parametrize("pattern", [r"\C", "(?U)a", "a)", "[a"])
def test_pattern_that_is_not_known_is_refused(pattern: str):
    with pytest.raises(PatternError):
        java_pattern(pattern)


def test_replacement_names_its_groups_with_a_dollar():
    assert java_replacement(r"$\1 \2", groups_before=1) == r"\$$2 $3"


def test_first_match_alone_is_replaced_without_g():
    assert "(.*?)" in said("select regexp_replace(a, 'b', 'c') as x from t")
    assert "(.*?)" not in said("select regexp_replace(a, 'b', 'c', 'g') as x from t")


def test_pattern_that_a_condition_chooses_is_matched_under_it():
    assert said("select regexp_matches(a, if(b, 'c', 'd')) as x from t") == (
        "select if(b, (a rlike '(?d)c'), (a rlike '(?d)d')) as x from t"
    )
    assert said("select regexp_matches(a, case when b then 'c' else 'd' end) as x from t") == (
        "select case when b then (a rlike '(?d)c') else (a rlike '(?d)d') end as x from t"
    )


def test_index_of_a_list_counts_from_one_and_may_lie_beyond_it():
    assert "try_element_at(a, 2)" in said("select a[2] as x from t")
    assert "get(a, cast(b as int) - 1)" in said("select a[b] as x from t")


def test_length_is_of_texts_and_len_of_lists():
    assert said("select length(a) as x, len(b) as y from t") == (
        "select length(a) as x, size(b) as y from t"
    )


def test_null_is_last_in_what_an_aggregate_is_ordered_by():
    sql = said("select arg_min(a, (b, c)) as x from t group by d")
    assert sql.index("(b) is null") < sql.index("'k1', b") < sql.index("(c) is null")


def test_days_between_two_dates_are_a_number():
    assert "datediff(event_date_end, event_date)" in said(
        "select event_date_end - event_date as x from t"
    )
    assert "datediff" not in said("select token_end - token_start as x from t")


def test_days_are_added_to_a_date_as_a_short_number():
    assert "cast(event_date as date) + cast(count_of_days * 7 as int)" in said(
        "select cast(event_date as date) + count_of_days * 7 as x from t"
    )
    assert "as int" not in said("select published_date + interval 5 month as x from t")
    assert "as int" not in said("select published_date + to_months(n) as x from t")


def test_lists_are_put_together_whichever_is_missing():
    assert "coalesce(concat(a, b), a, b)" in said("select list_concat(a, b) as x from t")
    assert said("select list_concat(coalesce(a, []), [b]) as x from t") == (
        "select concat(coalesce(a, array()), array(b)) as x from t"
    )


def test_lower_half_of_a_hash_is_read_from_its_end():
    assert "'$8$7$6$5$4$3$2$1'" in said("select md5_number_lower(a) as x from t")


def test_numbers_that_tell_rows_apart_are_not_shortened():
    assert "as int" not in said("select cast(row_number() over () as integer) as x from t")


def test_start_of_a_period_names_the_period():
    assert "date_trunc('week', a)" in said("select date_trunc('week', a) as x from t")


def test_qualify_becomes_a_column_that_nobody_sees():
    sql = said("select a from t qualify row_number() over (order by b) = 1")
    assert sql.startswith("select * except (_fits) from (select a, (row_number()")


def test_a_common_table_is_a_view_and_one_read_twice_is_kept():
    sql = """
        with a as (select x from s.t), b as (select x, count(*) as n from a group by x)
        select one.x from b as one inner join b as two on one.n = two.n
    """
    first, second, last = steps(sql, "model", no_columns)
    assert (first.name, first.is_shared) == ("model__a", False)
    assert (second.name, second.is_shared) == ("model__b", True)
    assert last.name is None
    assert last.sql.count("model__b") == 2


def test_a_union_by_name_fills_what_a_side_lacks():
    columns = {"x": ["a"], "y": ["b", "a"]}
    sql = "select * from s.x union all by name select * from s.y"
    (step,) = steps(sql, "model", lambda query: columns[query[-1]])
    assert "SELECT a, NULL AS b FROM" in step.sql
    assert "SELECT a, b FROM" in step.sql


REPLACED = "select t.* replace (a - 1 as a) from s.t"


@pytest.mark.parametrize(
    "sql",
    [
        f"select * from s.t union all {REPLACED}",
        f"select a, b from (select * from s.t union all ({REPLACED})) as both_sides",
        f"with moved as ({REPLACED}) select * from moved union all select a, b from s.t",
        f"with m as ({REPLACED}), n as (select m.* from m) select * from s.t union select * from n",
        f"with m as ({REPLACED} union all by name from s.t) from s.t union all from m",
    ],
)
def test_a_replaced_column_is_joined_to_others_by_name_only(sql: str):
    with pytest.raises(TranslationError, match="by name"):
        list(steps(sql, "model", lambda query: ["a", "b"]))


@pytest.mark.parametrize(
    "sql",
    [
        f"{REPLACED} union all by name select * from s.t",
        f"with moved as ({REPLACED}) select a, b from moved union all select a, b from s.t",
        "select * exclude (b) from s.t union all select a from s.t",
    ],
)
def test_columns_that_keep_their_order_are_joined_as_they_stand(sql: str):
    assert list(steps(sql, "model", lambda query: ["a", "b"]))


@pytest.mark.parametrize(
    "sql",
    [
        "select list_cosine_similarity(a, b) as x from t",
        "select regexp_matches(a, b) as x from t",
        "select unnest(a) as x, unnest(b) as y from t",
        "select date_diff('minute', a, b) as x from t",
    ],
)
def test_what_no_rule_knows_is_refused(sql: str):
    with pytest.raises(TranslationError):
        list(steps(sql, "model", no_columns))


@pytest.mark.parametrize("folder", ["/tables", "/it's here", r"/a\'b/c\n", '/said "so"; --'])
def test_path_of_a_table_is_one_text_whatever_it_holds(folder: str):
    made = parse_one(table_at("raw", "articles", Path(folder)), read="spark")
    assert made.this.sql() == "raw.articles"
    assert made.find(exp.LocationProperty).this.this == folder
