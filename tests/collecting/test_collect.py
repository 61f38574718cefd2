"""Sources to files in the raw folder: each document once, a version for each change."""

import json
import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from dagster_project.collecting import pages
from dagster_project.collecting.collect import collect_all
from dagster_project.collecting.journal import open_journal
from dagster_project.collecting.records import Record, Validators
from dagster_project.collecting.sources import Source
from dagster_project.collecting.store import Kept, Store
from dagster_project.collecting.web import FetchError
from tests.collecting.conftest import LIMITS, counts, unless_known
from tests.sites import STORY, Answer, feed, item, page


def files(raw: Path) -> list[str]:
    found = [path for path in raw.rglob("it/*") if not path.name.endswith(".meta.json")]
    return sorted(path.read_text() for path in found)


def sidecars(raw: Path) -> list[dict[str, str]]:
    return [json.loads(path.read_text()) for path in sorted(raw.rglob("it/*.meta.json"))]


def test_feed_item_becomes_one_document_with_a_sidecar(site, gather, tmp_path):
    site.answers["/a"] = Answer(page())
    dated = "<pubDate>Wed, 01 Jul 2020 10:00:00 GMT</pubDate>"
    site.answers["/rss"] = feed(item(f"{site.url}/a?utm_source=x", extra=dated))
    done = gather(kind="feed", url=f"{site.url}/rss", outlet="News", language="en")
    assert counts(done) == ("ok", 1, 0, 0)
    assert files(tmp_path) == [page()]
    (sidecar,) = sidecars(tmp_path)
    assert sidecar["source_url"] == f"{site.url}/a"
    assert sidecar["published_date"] == "2020-07-01"
    assert (sidecar["outlet"], sidecar["language"]) == ("News", "en")


def test_password_of_an_address_is_told_nowhere(site, gather, tmp_path):
    site.answers["/a"] = Answer(page())
    site.answers["/rss"] = feed(item("/a"), item("/gone"))
    done = gather(kind="feed", url=f"{site.url}/rss".replace("//", "//reader:secret@"))
    assert counts(done) == ("partial", 1, 0, 1)
    assert f"{site.url}/gone: the server answered 404" in done.message
    assert sidecars(tmp_path)[0]["source_url"] == f"{site.url}/a"
    assert all("Authorization" in headers for path, headers in site.asked if path != "/robots.txt")


def test_item_that_reappears_is_not_asked_for_again(site, gather, tmp_path):
    site.answers["/a"] = Answer(page())
    site.answers["/rss"] = feed(item(f"{site.url}/a"), item(f"{site.url}/a#part"))
    gather(kind="feed", url=f"{site.url}/rss")
    done = gather(kind="feed", url=f"{site.url}/rss")
    assert counts(done) == ("ok", 0, 0, 0)
    assert site.paths().count("/a") == 1
    assert len(files(tmp_path)) == 1


def test_lost_journal_brings_no_document_twice(site, gather, tmp_path, journal):
    site.answers["/a"] = Answer(page())
    site.answers["/rss"] = feed(item(f"{site.url}/a"))
    gather(kind="feed", url=f"{site.url}/rss")
    journal._connection.execute("delete from addresses")
    done = gather(kind="feed", url=f"{site.url}/rss")
    assert (done.items_seen, done.items_new, done.items_changed) == (1, 0, 0)
    assert len(files(tmp_path)) == 1


@pytest.mark.parametrize("place", ["header", "end"])
def test_damaged_journal_is_made_anew(site, tmp_path, place):
    path = tmp_path / "other.sqlite"
    with open_journal(path) as journal:
        for number in range(200):
            journal.asked("it", f"{site.url}/{number}", Validators())
    content = path.read_bytes()
    path.write_bytes(b"x" * 100 + content[100:] if place == "header" else content[:-5000])
    (tmp_path / "sources.yml").write_text(
        json.dumps({"sources": [{"name": "it", "kind": "folder", "path": "."}]})
    )
    said: list[str] = []
    (done,) = collect_all(tmp_path, path, LIMITS, said.append)
    assert done.status == "ok"
    with open_journal(path) as journal:
        assert journal.collections() == [done]


def test_address_that_is_listed_no_more_is_forgotten_after_its_days(site, gather, journal):
    def addresses() -> set[str]:
        found = journal._connection.execute("select url from addresses where not is_listing")
        return {url.removeprefix(site.url) for (url,) in found}

    for path in ("/a", "/b"):
        site.answers[path] = Answer(page(f"Convoy {path}"))
    site.answers["/rss"] = feed(item(f"{site.url}/a"), item(f"{site.url}/b"))
    gather(kind="feed", url=f"{site.url}/rss")
    before = (datetime.now(UTC) - timedelta(days=100)).isoformat()
    journal._connection.execute(
        "update addresses set first_asked_at = $at, asked_at = $at, listed_at = $at", {"at": before}
    )
    journal.prune(days=90)
    assert addresses() == {"/a", "/b"}, "the source listed nothing since"
    site.answers["/rss"] = feed(item(f"{site.url}/a"))
    gather(kind="feed", url=f"{site.url}/rss")
    journal.prune(days=90)
    assert addresses() == {"/a"}
    assert site.paths().count("/a") == 1


def test_edited_page_becomes_a_new_version(site, gather, tmp_path):
    site.answers["/a"] = Answer(page())
    gather(kind="pages", urls=[f"{site.url}/a"])
    site.answers["/a"] = Answer(page("Convoy reaches town", "A correction: it was Monday."))
    done = gather(kind="pages", urls=[f"{site.url}/a"])
    assert counts(done) == ("ok", 0, 1, 0)
    first, second = sidecars(tmp_path)
    assert "replaces" not in first
    assert second["replaces"].endswith("-1.html")
    assert len(files(tmp_path)) == 2


def test_other_adverts_around_the_same_text_are_no_new_version(site, gather, tmp_path):
    for number in range(3):
        site.answers["/a"] = Answer(page(head=f"<script>var slot = {number}</script>"))
        done = gather(kind="pages", urls=[f"{site.url}/a"])
    assert counts(done) == ("ok", 0, 0, 0)
    assert len(files(tmp_path)) == 1


def test_known_item_is_asked_again_for_corrections(site, gather, monkeypatch):
    monkeypatch.setattr(pages, "_ASK_AGAIN", timedelta(0))
    site.answers["/a"] = [Answer(page(), headers={"ETag": '"1"'}), Answer(status=304)]
    site.answers["/rss"] = [feed(item(f"{site.url}/a")), Answer(status=304)]
    gather(kind="feed", url=f"{site.url}/rss")
    done = gather(kind="feed", url=f"{site.url}/rss")
    assert counts(done) == ("ok", 0, 0, 0)
    assert site.asked[-1][1]["If-None-Match"] == '"1"'


def test_page_that_failed_is_asked_for_though_its_feed_did_not_change(site, gather):
    whole = feed(item(f"{site.url}/a"), item(f"{site.url}/b"))
    whole.headers["ETag"] = '"1"'
    site.answers["/rss"] = unless_known(whole)
    site.answers["/a"] = Answer(page("Convoy a reaches town"))
    site.answers["/b"] = Answer(status=500)
    done = gather(kind="feed", url=f"{site.url}/rss")
    assert counts(done) == ("partial", 1, 0, 1)
    site.answers["/b"] = Answer(page("Convoy b reaches town"))
    assert counts(gather(kind="feed", url=f"{site.url}/rss")) == ("ok", 1, 0, 0)
    gather(kind="feed", url=f"{site.url}/rss")
    assert site.asked[-1][1]["If-None-Match"] == '"1"', "now all of it was worked through"
    assert site.paths().count("/a") == 1


@pytest.mark.parametrize("missing", ["never there", "taken away"])
def test_page_that_is_not_there_keeps_no_feed_from_being_done(site, gather, monkeypatch, missing):
    monkeypatch.setattr(pages, "_ASK_AGAIN", timedelta(0))
    whole = feed(item(f"{site.url}/a"))
    whole.headers["ETag"] = '"1"'
    site.answers["/rss"] = unless_known(whole)
    if missing == "taken away":
        site.answers["/a"] = [Answer(page()), Answer(status=404)]
    for _ in range(3):
        gather(kind="feed", url=f"{site.url}/rss")
    known = [headers.get("If-None-Match") for path, headers in site.asked if path == "/rss"]
    assert known == [None, '"1"', '"1"']


def test_page_that_was_taken_away_is_asked_for_once_a_day(site, gather, journal):
    site.answers["/a"] = [Answer(page()), Answer(status=404)]
    site.answers["/rss"] = feed(item(f"{site.url}/a"))
    gather(kind="feed", url=f"{site.url}/rss")
    before = (datetime.now(UTC) - timedelta(days=2)).isoformat()
    journal._connection.execute("update addresses set asked_at = ?", (before,))
    assert counts(gather(kind="feed", url=f"{site.url}/rss")) == ("partial", 0, 0, 1)
    assert counts(gather(kind="feed", url=f"{site.url}/rss")) == ("ok", 0, 0, 0)
    assert site.paths().count("/a") == 2


def test_page_is_asked_for_by_what_its_last_version_came_with(site, gather):
    answers = [
        Answer(page(), headers={"ETag": '"1"'}),
        Answer(status=304),
        Answer(page("Convoy reaches town", "A correction: it was Monday.")),
        Answer(page("Convoy reaches town", "A correction: it was Sunday.")),
    ]
    sent = []
    for answer in answers:
        site.answers["/a"] = answer
        gather(kind="pages", urls=[f"{site.url}/a"])
        sent.append(site.asked[-1][1].get("If-None-Match"))
    assert sent == [None, '"1"', '"1"', None], "304 would bring the first version back"


def test_collection_cut_short_goes_on_the_next_time(site, gather, tmp_path):
    site.answers["/rss"] = feed(*(item(f"{site.url}/{n}") for n in range(3)))
    site.answers["/rss"].headers["ETag"] = '"1"'
    for number in range(3):
        site.answers[f"/{number}"] = Answer(page(f"Convoy {number} reaches town"))
    for expected in (2, 3):
        gather(kind="feed", url=f"{site.url}/rss", limit=2)
        assert len(files(tmp_path)) == expected


def test_publication_in_the_future_is_not_believed(site, gather, tmp_path):
    ahead = (datetime.now(UTC) + timedelta(days=40)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    site.answers["/a"] = Answer(page())
    site.answers["/rss"] = feed(item(f"{site.url}/a", extra=f"<pubDate>{ahead}</pubDate>"))
    gather(kind="feed", url=f"{site.url}/rss")
    assert "published_date" not in sidecars(tmp_path)[0]


def test_empty_date_of_a_database_costs_the_date_alone(site, gather, tmp_path):
    site.answers["/a"] = Answer(page())
    dated = "<pubDate>0000-00-00T00:00:00Z</pubDate>"
    site.answers["/rss"] = feed(item(f"{site.url}/a", extra=dated))
    assert counts(gather(kind="feed", url=f"{site.url}/rss")) == ("ok", 1, 0, 0)
    assert "published_date" not in sidecars(tmp_path)[0]


def test_feed_that_holds_the_text_needs_no_page(site, gather, tmp_path):
    text = "".join(f"&lt;p&gt;{sentence}&lt;/p&gt;" for sentence in STORY)
    body = f"<description>{text}</description>"
    site.answers["/rss"] = feed(item(f"{site.url}/a", "Convoy reaches town", body))
    done = gather(kind="feed", url=f"{site.url}/rss", text="entry")
    assert counts(done) == ("ok", 1, 0, 0)
    assert STORY[0] in files(tmp_path)[0]
    assert site.paths() == ["/rss"]


def test_page_in_the_encoding_that_only_the_server_names(site, gather, tmp_path):
    russian = "<p>Вторая колонна с продовольствием прибыла в город во вторник, сообщили власти.</p>"
    body = f"<html><body><article><h1>Колонна</h1>{russian * 3}</article></body></html>"
    headers = {"Content-Type": "text/html; charset=windows-1251"}
    site.answers["/a"] = Answer(body.encode("windows-1251"), headers=headers)
    gather(kind="pages", urls=[f"{site.url}/a"])
    assert "Вторая колонна" in files(tmp_path)[0]


def test_error_page_with_status_200_is_no_version(site, gather, tmp_path):
    site.answers["/a"] = Answer(page())
    gather(kind="pages", urls=[f"{site.url}/a"])
    gone = "<p>Sorry, the page that you look for is no longer available on our site.</p>"
    site.answers["/a"] = Answer(f"<html><body><h1>Page not found</h1>{gone}</body></html>")
    done = gather(kind="pages", urls=[f"{site.url}/a"])
    assert counts(done) == ("partial", 0, 0, 1)
    assert "error page with status 200" in done.message
    assert len(files(tmp_path)) == 1


@pytest.mark.parametrize(
    "title",
    [
        *("404", "404 Not Found", "Error 404 (Not Found)!!1", "Not Found", "News | 404"),
        *("403 Forbidden", "Access Denied", "HTTP Status 500 – Internal Server Error"),
        *("503 Service Temporarily Unavailable", "502 Bad Gateway", "Just a moment..."),
        *("Sorry, this page could not be found", "This site is under maintenance"),
        *("Ошибка 404", "Запрашиваемая страница сайта не найдена", "Доступ запрещен"),
    ],
)
def test_title_of_an_error_page_is_known(title):
    with pytest.raises(FetchError, match="error page"):
        pages._refuse_error_page("/a", page(title, *STORY[:1]).encode())


@pytest.mark.parametrize(
    "title",
    [
        *(
            "Some 500 refugees return from Lebanon",
            "Centre counts 404 violations",
            "Army kills 503",
        ),
        *("Access denied to Rukban camp, UN says", "Inspectors find no forbidden weapons"),
        *("Bodies of two pilots not found", "Bread no longer available in Aleppo"),
        *("Power station under maintenance", "Возвращение 500 беженцев"),
    ],
)
def test_short_news_with_the_words_of_an_error_is_news(title):
    pages._refuse_error_page("/a", page(title, *STORY[:1]).encode())


def test_collections_at_once_lose_no_version_of_each_other(tmp_path):
    source = TypeAdapter(Source).validate_python({"name": "it", "kind": "folder", "path": "."})

    def said(words: str) -> Record:
        return Record("the document", f"{words} came to the town.".encode(), ".txt")

    one, other = Store(tmp_path, source), Store(tmp_path, source)
    assert [one.keep(said("Five")), one.keep(said("Six"))] == [Kept.NEW, Kept.CHANGED]
    assert [other.keep(said("Six")), other.keep(said("Ten"))] == [Kept.SAME, Kept.CHANGED]
    assert one.keep(said("Two")) == Kept.CHANGED
    assert sorted(text.split()[0] for text in files(tmp_path)) == ["Five", "Six", "Ten", "Two"]
    for path in (tmp_path / "articles" / "it").iterdir():
        path.unlink()
    assert one.keep(said("Two")) == Kept.NEW, "a person took them away"


def test_folder_is_listed_once_for_all_documents(tmp_path, monkeypatch):
    listed = []
    glob = Path.glob
    monkeypatch.setattr(Path, "glob", lambda *asked: listed.append(asked) or glob(*asked))
    source = TypeAdapter(Source).validate_python({"name": "it", "kind": "folder", "path": "."})
    store = Store(tmp_path, source)
    for number in range(20):
        store.keep(Record(f"{number}", f"Lorry {number} came.".encode(), ".txt"))
    assert len(listed) == 1


def test_failing_source_fails_no_other(site, tmp_path):
    site.answers["/a"] = Answer(page())
    listed = [
        {"name": "broken", "kind": "feed", "url": f"{site.url}/none"},
        {"name": "it", "kind": "pages", "urls": [f"{site.url}/gone", f"{site.url}/a"]},
        {"name": "nowhere", "kind": "folder", "path": "../nowhere"},
    ]
    (tmp_path / "sources.yml").write_text(json.dumps({"sources": listed}))
    said: list[str] = []
    done = collect_all(tmp_path, tmp_path / "journal.sqlite", LIMITS, said.append)
    assert [one.status for one in done] == ["failed", "partial", "failed"]
    assert len(said) == 3
    assert len(files(tmp_path)) == 1


def test_cancelled_collection_waits_for_no_source_to_its_end(site, tmp_path):
    for number in range(60):
        site.answers[f"/{number}"] = Answer(page())
    urls = [f"{site.url}/{number}" for number in range(60)]
    # Results are waited for in this order.
    sources = [
        {"name": "short", "kind": "folder", "path": "."},
        {"name": "long", "kind": "pages", "urls": urls},
    ]
    (tmp_path / "sources.yml").write_text(json.dumps({"sources": sources}))

    def cancel(line: str) -> None:
        if line.startswith("short"):
            raise KeyboardInterrupt

    limits = replace(LIMITS, pause_seconds=1)
    with pytest.raises(KeyboardInterrupt):
        collect_all(tmp_path, tmp_path / "journal.sqlite", limits, cancel)
    assert len(site.asked) < 30


def test_version_that_was_cut_off_is_collected_anew(site, gather, tmp_path):
    site.answers["/a"] = Answer(page())
    gather(kind="pages", urls=[f"{site.url}/a"])
    (kept,) = tmp_path.rglob("*.html")
    kept.write_bytes(b"")
    assert counts(gather(kind="pages", urls=[f"{site.url}/a"])) == ("ok", 0, 1, 0)
    assert counts(gather(kind="pages", urls=[f"{site.url}/a"])) == ("ok", 0, 0, 0)


def test_folder_that_cannot_be_written_to_is_told(site, gather, tmp_path):
    site.answers["/a"] = Answer(page())
    (tmp_path / "articles").write_text("a file where a folder should be")
    done = gather(kind="pages", urls=[f"{site.url}/a"])
    assert done.status == "failed"
    assert done.message


def test_file_whose_name_is_no_text_is_taken_as_any_other(gather, tmp_path):
    drop = tmp_path / "drop"
    drop.mkdir()
    (drop / os.fsdecode(b"\xfe.txt")).write_text("x" * (LIMITS.max_bytes + 1))
    (drop / os.fsdecode(b"\xff.txt")).write_text("Five lorries came.")
    done = gather(kind="folder", path="drop")
    assert counts(done) == ("partial", 1, 0, 1)
    assert files(tmp_path) == ["Five lorries came."]
    assert done.message.startswith("\\udcfe.txt: larger than")


def test_document_whose_date_cannot_be_used_is_kept_and_told_of(gather, tmp_path):
    (tmp_path / "a.csv").write_text("text,day\nFive lorries came.,7 May 2019\n")
    done = gather(kind="archive", path="a.csv", columns={"published_date": "day"})
    assert counts(done) == ("ok", 1, 0, 0)
    assert files(tmp_path) == ["Five lorries came."]
    assert "'7 May 2019' is no publication date" in done.message
