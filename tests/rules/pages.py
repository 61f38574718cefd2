"""Pages as a browser copies them: what stands among a story's lines and is not the story."""

from dataclasses import dataclass

_LEAD = "Gunmen shelled three villages near Saraqib on Monday, a spokesman of the force said."
_SECOND = "Two houses burnt down in the second of the villages, and the mayor asked for help."
_LAST = "The shelling went on until the evening, when a patrol drove into the second village."
_LINK = "Turkish convoy enters Idlib through Kafr Lusin"
_TEASER = "A convoy of thirty lorries drove into Idlib at dawn through the crossing at Kafr Lusin."
_HEADLINE = "Villages near Saraqib come under fire"
_VESTI = "Боевики обстреляли три посёлка в провинции Идлиб, сообщил представитель центра."
_DALEE = "По его словам, при обстреле второго посёлка сгорели два дома и школа."
_SSYLKA = "Турецкая колонна вошла в Идлиб"


@dataclass(frozen=True)
class Page:
    """A page's lines.

    Attributes:
        name: What it shows.
        lines: All of them, from the headline on.
        left_out: Those that are furniture; all others are read.
        kind: Of the document.
    """

    name: str
    lines: tuple[str, ...]
    left_out: tuple[str, ...]
    kind: str = "article"

    @property
    def read(self) -> tuple[str, ...]:
        """The lines that are read."""
        return tuple(line for line in self.lines if line not in self.left_out)


def _page(name: str, *lines: str, left_out: tuple[str, ...], kind: str = "article") -> Page:
    return Page(name, lines, left_out, kind)


PAGES: tuple[Page, ...] = (
    _page(
        "link-above-the-lead",
        *(_HEADLINE, "Read also", _LINK, _LEAD, _SECOND),
        left_out=("Read also", _LINK),
    ),
    _page(
        "links-before-the-last-paragraph",
        *(_HEADLINE, _LEAD, "Also in Syria:", _LINK, "Aid convoy reaches Azaz", _LAST),
        left_out=("Also in Syria:", _LINK, "Aid convoy reaches Azaz"),
    ),
    _page(
        "counted-list-of-links",
        *(_HEADLINE, _LEAD, "Keep reading", "list of 2 items", "list 1 of 2", _LINK),
        *("list 2 of 2", "Aid convoy reaches Azaz", "end of list", _SECOND),
        left_out=(
            *("Keep reading", "list of 2 items", "list 1 of 2", _LINK),
            *("list 2 of 2", "Aid convoy reaches Azaz", "end of list"),
        ),
    ),
    _page(
        "stories-below-the-text",
        *(_HEADLINE, _LEAD, _SECOND, "Related Articles", _LINK, _TEASER, "Aid reaches Azaz"),
        left_out=("Related Articles", _LINK, _TEASER, "Aid reaches Azaz"),
    ),
    _page(
        "stories-within-the-text",
        *(_HEADLINE, _LEAD, "Related News", _LINK, _TEASER, "Aid reaches Azaz", _SECOND, _LAST),
        left_out=("Related News", _LINK, _TEASER, "Aid reaches Azaz"),
    ),
    _page(
        "story-that-breaks-off",
        *(_HEADLINE, _LEAD, "Check Also", _LINK, "The convoy drove into Idlib at dawn through …"),
        left_out=("Check Also", _LINK, "The convoy drove into Idlib at dawn through …"),
    ),
    _page(
        "menu-above-the-headline",
        *("About us", "Latest news", "12 comments", _HEADLINE, _LEAD),
        left_out=("About us", "Latest news", "12 comments"),
    ),
    _page(
        "comments-below-the-text",
        *(_HEADLINE, _LEAD, "View all comments", "desert fox", _TEASER, _LAST, "Reply"),
        left_out=("View all comments", "desert fox", _TEASER, _LAST, "Reply"),
    ),
    _page(
        "topics-below-the-text",
        *(_HEADLINE, _LEAD, _SECOND, "Topics", "Civil war", "Countries", "Turkey"),
        left_out=("Topics", "Civil war", "Countries", "Turkey"),
    ),
    _page(
        "russian-link-within-the-text",
        *("Обстрелы в Идлибе", _VESTI, "Читайте также:", _SSYLKA, "12 февраля, 16:20", _DALEE),
        left_out=("Читайте также:", _SSYLKA, "12 февраля, 16:20"),
    ),
    _page(
        "russian-news-below-the-text",
        *("Обстрелы в Идлибе", _VESTI, _DALEE, "Последние новости", _SSYLKA, "Рекомендуем"),
        left_out=("Последние новости", _SSYLKA, "Рекомендуем"),
    ),
    _page(
        "russian-menu-above-the-headline",
        *("Новости", "Обстрелы в Идлибе", _VESTI, _DALEE, "Заметили ошибку? Выделите её"),
        left_out=("Новости", "Заметили ошибку? Выделите её"),
    ),
    _page(
        "headings-of-a-bulletin",
        *("Situation report (May 5, 2017)", _LEAD, "Countries", "Turkey: 12 people", _SECOND),
        left_out=(),
        kind="bulletin",
    ),
    _page(
        "sentences-like-furniture",
        *(_HEADLINE, "Reporting by the UN shows that the shelling of the villages goes on."),
        *("Two of them joined the channel of talks, the envoy told the ministers.", _LAST),
        left_out=(),
    ),
)
