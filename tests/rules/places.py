"""How places are told from the words around them: the rules, a sentence each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Placing:
    """A sentence and the places in it, in order.

    Attributes:
        name: The rule.
        text: The sentence.
        places: Each as written, with its `location_id`; for a place that only the text knows,
            `in` and the governorate that the text puts it in, or `somewhere`.
        kind: Of the document.
    """

    name: str
    text: str
    places: tuple[tuple[str, str], ...]
    kind: str = "article"


PLACINGS: tuple[Placing, ...] = (
    Placing(
        "residents-of",
        "Residents of Marraqiya fled.",
        (("Marraqiya", "somewhere"),),
    ),
    Placing(
        "name-and-province",
        "Shells fell in Umm Tineh, Homs province, on Monday.",
        (("Umm Tineh", "in SY04"), ("Homs province", "SY04")),
    ),
    Placing(
        "the-village-of",
        "Two people were wounded in the village of Zor Shalaya.",
        (("Zor Shalaya", "somewhere"),),
    ),
    Placing(
        "village-in-the-countryside-of",
        "The town of Abu Kahf, in the eastern countryside of Idlib, was bombed.",
        (("Abu Kahf", "in SY07"), ("Idlib", "SY07")),
    ),
    Placing(
        "village-behind-its-name",
        "Mortar fire hit Qarqafta village in northern Hama.",
        (("Qarqafta", "in SY05"), ("northern Hama", "SY05")),
    ),
    Placing(
        "opening-word-of-villages",
        "Jets bombed Kherbet Amud.",
        (("Kherbet Amud", "somewhere"),),
    ),
    Placing(
        "title-inside-a-name",
        "Shells hit the village of Mazraat Sultan.",
        (("Mazraat Sultan", "somewhere"),),
    ),
    Placing(
        "near-a-known-town",
        "He was born in Deir Qaddis near Homs.",
        (("Deir Qaddis", "in SY04"), ("Homs", "sy-homs")),
    ),
    Placing("imperative-is-no-village", "Tell Assad that the road is closed.", ()),
    Placing(
        "russian-village-and-province",
        "Жители деревни Умм-Тина в провинции Хомс вернулись домой.",
        (("Умм-Тина", "in SY04"), ("провинции Хомс", "SY04")),
    ),
    Placing(
        "russian-genitive-province",
        "Близ города Эль-Хурейджи провинции Алеппо подорвался автомобиль.",
        (("Эль-Хурейджи", "in SY02"), ("провинции Алеппо", "SY02")),
    ),
    Placing(
        "russian-abbreviated-settlement",
        "Помощь доставлена в н.п. Заур-Сахр.",
        (("Заур-Сахр", "somewhere"),),
    ),
    Placing(
        "russian-abbreviated-town-ends-no-sentence",
        "Колонна прибыла в г. Хомс.",
        (("Хомс", "sy-homs"),),
    ),
    Placing(
        "name-with-a-dot",
        "The talks in St. Petersburg went on.",
        (("St. Petersburg", "ru-saint-petersburg"),),
    ),
    Placing(
        "heading-of-a-report-is-no-village",
        "Recent Developments in Northwest Syria",
        (("Northwest Syria", "sy-northwest-syria"),),
        "bulletin",
    ),
    Placing(
        "country-in-the-name-of-a-centre-is-no-place",
        "The centre for reconciliation of opposing sides in the Syrian Arab Republic is in Homs.",
        (("Homs", "sy-homs"),),
        "bulletin",
    ),
    Placing(
        "countryside-behind-a-possessive",
        "Mortars fell on Aleppo's northern countryside.",
        (("Aleppo", "SY02"),),
    ),
    Placing(
        "opening-word-of-a-longer-name-is-no-town",
        "Shells hit the villages of Kherbet Fulan and Tal Abqar in Hama.",
        (("Kherbet Fulan", "in SY05"), ("Tal Abqar", "in SY05"), ("Hama", "sy-hama")),
    ),
    Placing(
        "town-of-that-name-is-one",
        "Shells hit the town of Tal on Monday.",
        (("town of Tal", "sy-al-tall"),),
    ),
    Placing(
        "village-whose-name-begins-as-a-town-does",
        "Shells hit the village of Qarah Tash near Manbij.",
        (("Qarah Tash", "in SY02"), ("Manbij", "sy-manbij")),
    ),
    Placing(
        "villages-near-a-town-before-a-governorate",
        "Residents of Umm Tineh and Zor Shalaya near Manbij and of Abu Kahf in Homs province fled.",
        (
            ("Umm Tineh", "in SY02"),
            ("Zor Shalaya", "in SY02"),
            ("Manbij", "sy-manbij"),
            ("Abu Kahf", "in SY04"),
            ("Homs province", "SY04"),
        ),
    ),
    Placing(
        "governorate-in-another-spelling",
        "Mortars fell on Deir az-Zawr province and on Dayr al-Zor.",
        (("Deir az-Zawr", "SY09"), ("Dayr al-Zor", "sy-deir-ez-zor")),
    ),
    Placing(
        "daraa-is-no-darayya",
        "Снаряды упали в Дараа, в провинции Дараа и в Дарае.",
        (("Дараа", "sy-daraa"), ("провинции Дараа", "SY12"), ("Дарае", "sy-darayya")),
    ),
    Placing(
        "country-before-a-hyphen-opens-no-name",
        "The Jordan-Iraq road and the port of Jeddah were closed.",
        (("Jordan", "JOR"), ("Iraq", "IRQ"), ("Jeddah", "sa-jeddah")),
    ),
    Placing(
        "nation-before-a-name-that-two-states-have",
        "Fighting raged in the Libyan city of Tripoli.",
        (("Tripoli", "ly-tripoli"),),
    ),
    Placing(
        "russian-nation-before-a-name-that-two-states-have",
        "Бои шли в ливийском Триполи.",
        (("Триполи", "ly-tripoli"),),
    ),
    Placing(
        "a-governorate-before-its-town",
        "Idlib's Saraqib and Hama’s Kafr Zita were bombed.",
        (
            ("Idlib", "SY07"),
            ("Saraqib", "sy-saraqib"),
            ("Hama", "SY05"),
            ("Kafr Zita", "sy-kafr-zita"),
        ),
    ),
    Placing(
        "a-city-before-its-quarter",
        "Aleppo's Sheikh Maqsoud was shelled.",
        (("Aleppo", "sy-aleppo"), ("Sheikh Maqsoud", "sy-sheikh-maqsoud")),
    ),
    Placing(
        "a-possessive-in-capitals",
        "SHELLS FELL ON ALEPPO'S OUTSKIRTS.",
        (("ALEPPO", "SY02"),),
    ),
)
