"""The sources file: what it may say, and what is told of what it may not."""

import pytest

from dagster_project.collecting.sources import SourcesFileError, read_sources


def test_no_file_names_no_source(tmp_path):
    assert read_sources(tmp_path) == []


def test_every_kind_is_read_in_order(tmp_path):
    (tmp_path / "sources.yml").write_text("""
sources:
  - {name: news, kind: feed, url: "https://example.org/rss", language: en, outlet: News}
  - {name: board, kind: pages, urls: ["https://example.org/a"], documents: bulletins}
  - {name: site, kind: sitemap, url: "https://example.org/sitemap.xml", include: ["/news/*"]}
  - {name: drop, kind: folder, path: ../drop}
  - {name: crawl, kind: archive, path: ../crawl.warc.gz}
""")
    sources = read_sources(tmp_path)
    assert [source.kind for source in sources] == ["feed", "pages", "sitemap", "folder", "archive"]
    assert sources[1].documents == "bulletins"


@pytest.mark.parametrize(
    ("name", "told"),
    [("x" * 300, "File name too long"), ("raw", "is no file")],
    ids=["too long", "folder"],
)
def test_file_that_cannot_be_looked_at_is_told(tmp_path, name, told):
    (tmp_path / "raw" / "sources.yml").mkdir(parents=True)
    with pytest.raises(SourcesFileError, match=rf"^sources\.yml: {told}$"):
        read_sources(tmp_path / name)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sources: [", "sources.yml"),
        ("- a", "must hold one key"),
        ("sources: [{name: a, kind: feed}]", "source 1 (a), feed, url: is missing"),
        (
            "sources: [{name: a, kind: fax, url: 'https://e.org'}]",
            "source 1 (a): kind must be one of 'feed', 'pages', 'sitemap', 'folder', 'archive'",
        ),
        ("sources: [{name: a, url: 'https://e.org'}]", "source 1 (a): kind is missing"),
        ("sources: [{name: a b, kind: folder, path: x}]", "name: must match ^[a-z0-9]+"),
        ("sources: [{name: ../a, kind: feed, url: 'https://e.org'}]", "name"),
        ("sources: [{name: a, kind: feed, url: 'file:///etc/passwd'}]", "url"),
        (
            "sources: [{name: a, kind: feed, url: 'https://e.org', ulr: x}]",
            "feed, ulr: there is no such key",
        ),
        (
            "sources: [{name: a, kind: folder, path: x}, {name: a, kind: folder, path: y}]",
            "more than one source is named a",
        ),
        ("sources: !!python/object/apply:os.system ['true']", "sources.yml"),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path, text, told):
    (tmp_path / "sources.yml").write_text(text)
    with pytest.raises(SourcesFileError, match=r"sources\.yml") as caught:
        read_sources(tmp_path)
    assert told in str(caught.value)
