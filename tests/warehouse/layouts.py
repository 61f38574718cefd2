"""The wordings of generated bulletins: titles, headings, speakers, and breakdowns by place."""

from dataclasses import dataclass

RUSSIAN_PARTY = "russian-party-of-the-joint-commission"
TURKISH_PARTY = "turkish-party-of-the-joint-commission"

TITLES = {
    ("deescalation", "en"): "Bulletin of the Russian Defence Ministry on implementation of the"
    " Memorandum on creation of de-escalation zones ({day})",
    ("deescalation", "ru"): "Информационный бюллетень Министерства обороны Российской Федерации о"
    " ходе выполнения Меморандума о создании зон деэскалации ({day})",
    ("reconciliation", "en"): "Bulletin of the Russian Centre for reconciliation of opposing sides"
    " in the Syrian Arab Republic ({day})",
    ("reconciliation", "ru"): "Информационный бюллетень Центра по примирению враждующих сторон на"
    " территории Сирийской Арабской Республики ({day})",
}
HEADINGS = {
    ("violations", "en"): "Ceasefire observation",
    ("violations", "ru"): "Соблюдение режима прекращения боевых действий",
    ("reconciliation", "en"): "Reconciliation of opposing sides",
    ("reconciliation", "ru"): "Примирение конфликтующих сторон",
    ("aid", "en"): "Humanitarian aid provided to the Syrian population",
    ("aid", "ru"): "Оказание гуманитарной помощи населению Сирийской Арабской Республики",
}
SPEAKERS = {
    (RUSSIAN_PARTY, "en"): "the Russian party of the Russia-Turkey Commission on violations of the"
    " Joint Agreement",
    (TURKISH_PARTY, "en"): "the Turkish party",
    (RUSSIAN_PARTY, "ru"): "российская часть представительства совместной российско-турецкой"
    " комиссии",
    (TURKISH_PARTY, "ru"): "турецкая часть представительства",
}
NONE = {
    "en": "{Who} has reported no violations.",
    "ru": "{Who} не зафиксировала ни одного случая стрельбы.",
}


@dataclass(frozen=True)
class Layout:
    """How a total and its parts are written.

    Attributes:
        sentence: With {who} or {Who}, {n}, {parts}, and in Russian {cases}.
        part: With {place} and {n}.
        comma: Between two parts.
        last: Before the last of several.
    """

    sentence: str
    part: str
    comma: str = ", "
    last: str = ", "


LAYOUTS = {
    "en": {
        "brackets": Layout(
            "{Who} registered {n} cases of firing in the provinces of {parts}.",
            "{place} ({n})",
            last=" and ",
        ),
        "brackets with a noun": Layout(
            "{Who} has registered {n} cases of opening fire: {parts}.",
            "{place} province ({n})",
            last=", and ",
        ),
        "in each": Layout(
            "Over the past 24 hours {who} counted {n} ceasefire violations: in the province of"
            " {parts}.",
            "{place} {n}",
            ", in ",
            ", and in ",
        ),
        "counts first": Layout(
            "{Who} has reported {n} incidents of gunfire: {parts}.",
            "{n} in {place}",
            last=" and ",
        ),
        "including": Layout(
            "Within the last 24 hours, {who} has registered {n} cases of firing, including"
            " {parts}.",
            "{n} in {place} province",
            last=" and ",
        ),
        "dashes": Layout(
            "{Who} has registered {n} violations in the provinces of {parts}.",
            "{place} – {n}",
            last=", ",
        ),
        "passive": Layout(
            "{n} ceasefire violations were registered by {who} within the last 24 hours: {parts}.",
            "{place} ({n})",
            last=", and ",
        ),
        "lines": Layout(
            "{Who} registered {n} cases of firing over the last 24 hours:\n\n{parts}.",
            "{place} province – {n}",
            ";\n\n",
            ";\n\n",
        ),
        "bullets": Layout(
            "{Who} registered {n} cases of firing over the last 24 hours:\n\n• {parts}.",
            "{place} – {n}",
            ";\n\n• ",
            ";\n\n• ",
        ),
    },
    "ru": {
        "dashes": Layout(
            "{Who} отметила {n} {cases}: в провинциях {parts}.",
            "{place} – {n}",
        ),
        "in each": Layout(
            "{Who} зафиксировала за сутки {n} {cases}: {parts}.",
            "в провинции {place} – {n}",
        ),
        "brackets": Layout(
            "{Who} зафиксировала {n} {cases} в провинциях {parts}.",
            "{place} ({n})",
            last=" и ",
        ),
        "counts first": Layout(
            "{Who} зафиксировала {n} {cases}: {parts}.",
            "{n} в провинции {place}",
            last=" и ",
        ),
        "lines": Layout(
            "{Who} зафиксировала за сутки {n} {cases}:\n\n{parts}.",
            "провинция {place} – {n}",
            ";\n\n",
            ";\n\n",
        ),
        "bullets": Layout(
            "{Who} зафиксировала за сутки {n} {cases}:\n\n• {parts}.",
            "{place} – {n}",
            ";\n\n• ",
            ";\n\n• ",
        ),
    },
}
