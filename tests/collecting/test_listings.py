"""Feeds and sitemaps as lists of pages: which are followed, and what is no listing."""

import pytest

from dagster_project.collecting import pages
from tests.collecting.conftest import counts, unless_known
from tests.sites import Answer, feed, item, page


@pytest.mark.parametrize("kind", ["feed", "sitemap"])
def test_relative_links_of_a_listing_that_moved_are_those_of_its_new_place(site, gather, kind):
    site.answers["/list"] = Answer(status=301, headers={"Location": "/news/list"})
    listed = "<urlset><url><loc>a</loc></url></urlset>"
    site.answers["/news/list"] = feed(item("a")) if kind == "feed" else Answer(listed)
    site.answers["/news/a"] = Answer(page())
    assert counts(gather(kind=kind, url=f"{site.url}/list")) == ("ok", 1, 0, 0)


def sitemap(site, kind: str, *paths: str, etag: str = "") -> Answer:
    locations = "".join(f"<x><loc>{site.url}{path}</loc></x>" for path in paths)
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    headers = {"ETag": etag} if etag else {}
    return Answer(f'<{kind} xmlns="{namespace}">{locations}</{kind}>', headers=headers)


def test_sitemaps_of_a_sitemap_are_followed_for_the_pages_wanted(site, gather):
    site.answers["/map"] = sitemap(site, "sitemapindex", "/news-map", "/map")
    site.answers["/news-map"] = sitemap(site, "urlset", "/news/a", "/about")
    site.answers["/news/a"] = Answer(page())
    done = gather(kind="sitemap", url=f"{site.url}/map", include=["/news/*"])
    assert counts(done) == ("ok", 1, 0, 0)


def test_sitemaps_beyond_the_most_that_are_read_are_told(site, gather, monkeypatch):
    monkeypatch.setattr(pages, "_SITEMAPS", 3)
    site.answers["/map"] = sitemap(site, "sitemapindex", *(f"/map-{n}" for n in range(4)))
    for number in range(4):
        site.answers[f"/map-{number}"] = sitemap(site, "urlset", f"/{number}")
        site.answers[f"/{number}"] = Answer(page(f"Convoy {number} reaches town"))
    done = gather(kind="sitemap", url=f"{site.url}/map")
    assert counts(done) == ("partial", 2, 0, 1)
    assert "lists 2 sitemaps beyond the 3 that are read" in done.message


def test_sitemap_may_change_while_the_one_that_lists_it_does_not(site, gather):
    site.answers["/map"] = unless_known(sitemap(site, "sitemapindex", "/news-map", etag='"1"'))
    site.answers["/news-map"] = unless_known(sitemap(site, "urlset", "/a", etag='"2"'))
    site.answers["/a"] = Answer(page("Convoy a reaches town"))
    site.answers["/b"] = Answer(page("Convoy b reaches town"))
    gather(kind="sitemap", url=f"{site.url}/map")
    site.answers["/news-map"] = unless_known(sitemap(site, "urlset", "/a", "/b", etag='"3"'))
    done = gather(kind="sitemap", url=f"{site.url}/map")
    assert counts(done) == ("ok", 1, 0, 0)
    gather(kind="sitemap", url=f"{site.url}/map")
    assert site.asked[-1][1]["If-None-Match"] == '"3"', "the sitemap itself is asked for changes"


def test_entities_of_a_sitemap_are_not_expanded(site, gather, tmp_path):
    (tmp_path / "secret").write_text("http://127.0.0.1/secret")
    site.answers["/map"] = Answer(
        f'<!DOCTYPE x [<!ENTITY s SYSTEM "file://{tmp_path}/secret">]>'
        "<urlset><url><loc>&s;</loc></url></urlset>"
    )
    gather(kind="sitemap", url=f"{site.url}/map")
    assert site.paths() == ["/map"]


@pytest.mark.parametrize(
    ("kind", "body", "told"),
    [
        ("feed", "<html><body>Welcome</body></html>", "is no RSS or Atom feed"),
        ("sitemap", "<html>", "is no sitemap"),
        ("sitemap", "<rss/>", "its root is rss"),
    ],
)
def test_listing_that_is_none_fails_the_source(site, gather, kind, body, told):
    site.answers["/list"] = Answer(body)
    done = gather(kind=kind, url=f"{site.url}/list")
    assert done.status == "failed"
    assert told in done.message
