"""`marts.search('...')` on the labelled documents."""

from pathlib import Path

import duckdb
import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("labelled")]


@pytest.fixture
def search(labelled_warehouse: Path):
    connection = duckdb.connect(labelled_warehouse, read_only=True)
    columns = "hit, score, quote, document_id, char_start, char_end, title, published_date, outlet"

    def run(query: str) -> list[tuple]:
        return connection.execute(
            f"select {columns} from marts.search($query) order by hit", {"query": query}
        ).fetchall()

    yield run
    connection.close()


def quotes(rows: list[tuple]) -> list[str]:
    return [row[2] for row in rows]


def test_every_word_of_the_query_is_in_each_sentence(search) -> None:
    found = quotes(search("Putin Damascus"))
    assert found
    for quote in found:
        assert "Putin" in quote
        assert "Damascus" in quote


def test_a_hit_leads_to_its_words(search, labelled_warehouse: Path) -> None:
    with duckdb.connect(labelled_warehouse, read_only=True) as connection:
        text = dict(connection.execute("select document_id, text from marts.documents").fetchall())
    rows = search("ceasefire")
    assert rows
    for _, _, quote, document_id, start, end, *_ in rows:
        assert text[document_id][start:end] == quote


def test_other_forms_of_a_word_are_found(search) -> None:
    assert quotes(search("violation")) == quotes(search("VIOLATIONS"))
    assert len(search("violation")) > 10


def test_russian_words_are_found_in_any_case(search) -> None:
    assert quotes(search("беженцы")) == quotes(search("беженцев")) != []
    assert quotes(search("Сирия")) == quotes(search("Сирии"))
    assert len(search("Сирия")) > 2


def test_a_phrase_is_found_as_it_stands(search) -> None:
    phrase, words = search('"ceasefire violations"'), search("violations ceasefire")
    assert 0 < len(phrase) < len(words)
    assert all("ceasefire violations" in quote.lower() for quote in quotes(phrase))
    assert not search('"violations ceasefire"')


def test_quotation_marks_of_other_languages_make_a_phrase_too(search) -> None:
    assert quotes(search("«режим прекращения»")) == quotes(search('"режим прекращения"')) != []


def test_a_word_with_a_hyphen_is_a_phrase(search) -> None:
    found = quotes(search("al-Assad"))
    assert found
    assert all("Assad" in quote for quote in found)


def test_a_minus_takes_out(search) -> None:
    every, without = quotes(search("ceasefire")), quotes(search("ceasefire -Turkish"))
    assert set(without) < set(every)
    assert not any("Turkish" in quote for quote in without)
    assert not search("-Turkish")


def test_a_figure_is_found_however_it_is_grouped(search) -> None:
    assert quotes(search("1,171,278")) == quotes(search("1171278"))
    assert len(search("1171278")) == 1


def test_rare_words_count_more_and_ranks_follow_scores(search) -> None:
    rows = search("Syria")
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    scores = [row[1] for row in rows]
    assert scores == sorted(scores, reverse=True)
    assert search("sarin")[0][1] > search("Syria")[0][1]


@pytest.mark.parametrize("query", ["", "   ", '""', "-", '"', "; drop table x", "xyzzy", "%' or 1"])
def test_nothing_to_find_is_no_error(search, query: str) -> None:
    assert search(query) == []
