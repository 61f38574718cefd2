"""When a document was loaded: when its text came, whatever is said of it later."""

from tests.loading.test_loading import Loader


def test_document_was_loaded_when_its_text_came(raw, write):
    def loaded() -> list[tuple[str, int]]:
        return loader.rows("select text, hour(loaded_at) from raw.articles order by text")

    write("articles/a.txt", "One.")
    write("articles/b.txt", "Two.")
    loader = Loader(raw)
    loader()
    write("articles/a.meta.json", '{"outlet": "X"}')
    (raw / "articles" / "b.txt").rename(raw / "articles" / "c.txt")
    assert loader().outcomes["loaded"] == 2
    assert loaded() == [("One.", 1), ("Two.", 1)], "what is said of it came later"
    write("articles/a.txt", "One, corrected.")
    loader()
    write("articles/a.txt", "One.")
    loader()
    assert loaded() == [("One, corrected.", 3), ("One.", 4), ("Two.", 1)], "it came again"
    refreshes = "select text from raw.articles where refresh_id = (select max(refresh_id) from"
    assert loader.rows(f"{refreshes} raw.refreshes)") == [("One.",)]
