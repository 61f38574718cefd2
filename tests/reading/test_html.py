"""HTML to text: main text in, furniture out, no guessed dates."""

from datetime import date

import pytest

from dagster_project.reading.documents import Document, Rejection, read_document
from dagster_project.reading.html import read_page
from dagster_project.reading.rejections import RejectedError
from dagster_project.settings import PROJECT_ROOT

ARTICLES = PROJECT_ROOT / "raw" / "articles"
SENTENCES = (
    "The convoy reached the town on Monday and brought food for 20,000 people, the agency said.",
    "Talks on a second convoy go on; three crossings are open at present, according to the office.",
    "No agreement has been signed about the camp, whose people wait for medical supplies.",
)


def page(head: str = "", body: str | None = None) -> str:
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    return (
        f"<!DOCTYPE html><html><head><title>Convoy reaches town - Site</title>{head}</head><body>"
        "<nav><a href='/'>Home</a><a href='/world'>World news</a></nav>"
        + (body or f"<article><h1>Convoy reaches town</h1>{paragraphs}</article>")
        + "<footer>All rights reserved 2014-2019</footer><script>var n = 840;</script>"
        "</body></html>"
    )


def test_div_soup_keeps_title_standfirst_and_paragraphs():
    path = next(ARTICLES.glob("*tass.html"))
    document = read_document(f"articles/{path.name}", path.read_bytes())
    assert isinstance(document, Document)
    lines = document.text.split("\n")
    assert lines[0].startswith("More than 256,000 refugees back in Syria")
    assert lines[2].startswith("About 2,000 people return to Syria each day")
    assert lines[4].startswith("MOSCOW, June 10. /TASS/.")
    assert len([line for line in lines if line]) == 5
    for furniture in ("Currency", "Infographics", "2014", "{{item", "visitors", "Share"):
        assert furniture not in document.text
    # The page names no year; its footer does, of something else.
    assert document.html_published_date is None


def test_article_page_has_its_stated_date_and_no_related_stories():
    path = next(ARTICLES.glob("*draft-reuters.html"))
    document = read_document(f"articles/{path.name}", path.read_bytes())
    assert isinstance(document, Document)
    assert document.html_published_date == date(2020, 7, 8)
    assert document.html_title == document.text.split("\n")[0]
    assert document.text.count(document.html_title) == 1
    assert "48 hours that remain" in document.text
    for furniture in ("Podcasts", "1.99", "Hong Kong", "loadAd", "King Street"):
        assert furniture not in document.text


def test_text_is_title_then_one_paragraph_a_line():
    text = read_page(page()).text
    assert text == "\n\n".join(["Convoy reaches town", *SENTENCES]) + "\n"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<meta property='article:published_time' content='2018-08-09T10:00:00Z'>", (2018, 8, 9)),
        ("<meta itemprop='datePublished' content='2018-08-09'>", (2018, 8, 9)),
        (
            '<script type="application/ld+json">{"datePublished": "2018-08-09"}</script>',
            (2018, 8, 9),
        ),
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2018-08-09"}]}'
            "</script>",
            (2018, 8, 9),
        ),
        ("<script type='application/ld+json'>{broken</script>", None),
        ("<meta name='date' content='last Friday'>", None),
        ("<meta name='date' content='2018-02-31'>", None),
        ("<meta name='date' content='0001-01-01T00:00:00Z'>", None),
        ("<meta name='date' content='9999-12-31'>", None),
        (
            "<meta name='date' content='0001-01-01'><meta name='pubdate' content='2018-08-09'>",
            (2018, 8, 9),
        ),
        ("<meta property='article:modified_time' content='2021-03-04'>", None),
        ("", None),
    ],
)
def test_only_a_stated_date_is_taken(head, expected):
    assert read_page(page(head)).published_date == (date(*expected) if expected else None)


def test_time_stamp_of_the_storys_head_is_a_stated_date():
    stamp = "<p>By staff, <time datetime='2018-08-09T16:40:00+01:00'>yesterday</time></p>"
    text = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    story = f"<article><h1>Convoy reaches town</h1>{stamp}{text}</article>"
    assert read_page(page(body=story)).published_date == date(2018, 8, 9)
    aside = f"<article><h1>Convoy reaches town</h1>{text}</article><aside>{stamp}</aside>"
    assert read_page(page(body=aside)).published_date is None


@pytest.mark.parametrize(
    ("stamp", "kept"),
    [
        ("<span class='date'>10:20, 6 May 2021</span>", "10:20, 6 May 2021"),
        ("<div class='article-date'>06.05.2021 <b>10:20</b></div>", "06.05.2021 10:20"),
        ("<time class='published'>May 6, 2021</time>", "May 6, 2021"),
        # a day of what stands beside it
        ("<div class='sidebar'><span class='date'>5 May 2019</span></div>", None),
    ],
)
def test_stamp_below_the_headline_is_a_line_of_the_text(stamp, kept):
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    below = "<div class='list'><span class='date'>5 May 2019</span></div>"
    body = f"<div class='story'><h1>Convoy reaches town</h1>{stamp}{paragraphs}</div>{below}"
    lines = [line for line in read_page(page(body=body)).text.split("\n") if line]
    assert lines == ["Convoy reaches town", *([kept] if kept else []), *SENTENCES]


def test_stamp_is_left_out_where_the_page_states_its_day():
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    head = "<meta property='article:published_time' content='2021-05-06'>"
    body = f"<h1>Convoy reaches town</h1><span class='date'>6 May 2021</span>{paragraphs}"
    assert "2021" not in read_page(page(head, body)).text


def test_outlet_is_the_sites_own_name():
    head = "<meta property='og:site_name' content='The Daily'>"
    assert read_page(page(head)).outlet == "The Daily"
    assert read_page(page()).outlet is None


def test_declared_code_page_is_believed():
    body = "<article><h1>Колонна прибыла</h1><p>В город доставлено 20 тонн продовольствия.</p>"
    body += "<p>Переговоры о второй колонне продолжаются, сообщили в центре по примирению.</p>"
    markup = page("<meta charset='windows-1251'>", body + "</article>")
    document = read_document("articles/a.html", markup.encode("cp1251"))
    assert isinstance(document, Document)
    assert document.encoding == "windows-1251"
    assert document.text.startswith("Колонна прибыла\n")


def test_page_without_main_text_is_refused():
    with pytest.raises(RejectedError) as caught:
        read_page("<html><head><title>x</title></head><body></body></html>")
    assert caught.value.reason == "no_text"
    rejected = read_document("a.html", b"<html><body><script>1</script></body></html>")
    assert isinstance(rejected, Rejection)
    assert rejected.reason == "no_text"


@pytest.mark.parametrize("sign", ["&#11;", "&#x1F;", "&#0012;", "&#xFFFE;", "\x01", "\x7f"])
@pytest.mark.parametrize("place", ["title", "text"])
def test_control_character_costs_no_page(sign, place):
    title, text = (
        f"{name} {sign}" if name.lower() == place else name for name in ("Title", "Text")
    )
    page = read_page(
        f"<html><body><article><h1>{title} of a page</h1><p>{text} of five lorries that came.</p>"
        "<p>Talks about a third convoy go on in the capital, officials said on Monday.</p>"
        "</article></body></html>"
    )
    assert page.text == (
        "Title of a page\n\nText of five lorries that came.\n\n"
        "Talks about a third convoy go on in the capital, officials said on Monday.\n"
    )


def test_numbers_of_other_characters_are_read():
    signs = "&#1057;&#x448;&#128512;&#150;&#10;&#00000065;"
    page = read_page(
        f"<html><body><article><p>Five lorries {signs} came.</p></article></body></html>"
    )
    assert page.text == "Five lorries Сш😀– A came.\n"


def test_cells_of_a_page_without_prose_are_rows():
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>"
        for row in (("Province", "Killed", "Wounded"), ("Idlib", "12", ""), ("Hama", "7", "15"))
    )
    text = read_page(f"<html><body><h1>Losses in May</h1><table>{rows}</table></body></html>").text
    assert text.split("\n\n") == [
        "Losses in May",
        "| Province | Killed | Wounded |",
        "| Idlib | 12 | |",
        "| Hama | 7 | 15 |\n",
    ]
