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
        "agency-and-first-word",
        "Damascus, SANA-A convoy came to Raqqa.",
        (("Damascus", "sy-damascus"), ("Raqqa", "sy-raqqa")),
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
        (("ALEPPO", "sy-aleppo"),),
    ),
    # states that act, and countries where something is
    Placing(
        "states-that-sign",
        "Russia, Iran and Turkey signed the paper in Homs.",
        (("Homs", "sy-homs"),),
    ),
    Placing(
        "states-by-which-it-was-signed",
        "It was signed by the Russian Federation, the Republic of Turkey and the Islamic"
        " Republic of Iran.",
        (),
    ),
    Placing(
        "whose-ministers-they-are",
        "The foreign ministers of Qatar and Iraq met Kuwait's prime minister in Homs.",
        (("Homs", "sy-homs"),),
    ),
    Placing("a-state-that-is-thanked", "He thanked Jordan and accused Iraq.", ()),
    Placing(
        "a-state-that-backs",
        "Iraqi-led and Qatar-backed groups fought around Hama.",
        (("Hama", "sy-hama"),),
    ),
    Placing(
        "a-country-that-takes-in",
        "Jordan hosts 600,000 people, and Iraq has received a few.",
        (("Jordan", "JOR"), ("Iraq", "IRQ")),
    ),
    Placing(
        "countries-that-one-goes-to",
        "He flew from Iraq to Jordan and Qatar.",
        (("Iraq", "IRQ"), ("Jordan", "JOR"), ("Qatar", "QAT")),
    ),
    Placing(
        "countries-at-a-border",
        "The border with Iraq and the road between Jordan and Iraq were closed.",
        (("Iraq", "IRQ"), ("Jordan", "JOR"), ("Iraq", "IRQ")),
    ),
    Placing(
        "parts-of-a-country",
        "The southern border of Iraq lies far off, and Jordan's north is calm.",
        (("Iraq", "IRQ"), ("Jordan", "JOR")),
    ),
    Placing(
        "a-list-of-states-that-act",
        "He thanked his allies, Iraq and Qatar; ministers of three states met in Kuwait City.",
        (("Kuwait City", "kw-kuwait-city"),),
    ),
    Placing(
        "a-group-that-is-banned-there",
        "A group banned in Iraq shelled Hama.",
        (("Hama", "sy-hama"),),
    ),
    Placing(
        "the-suburbs-of-a-capital-are-no-subject",
        "Авиация атаковала пригороды Дамаска, четверо военных погибли.",
        (("Дамаска", "sy-damascus"),),
    ),
    Placing(
        "the-scene-stays-a-place",
        "Syria signed the paper.",
        (("Syria", "SYR"),),
    ),
    Placing(
        "russian-states-that-act",
        "Катар и Ирак договорились, а президенты Ирана и Иордании встретились в Хомсе.",
        (("Хомсе", "sy-homs"),),
    ),
    Placing(
        "russian-nominative-far-from-its-verb",
        "За сутки Иордания в рамках соглашения насчитала пять ударов.",
        (),
    ),
    Placing(
        "russian-countries-and-counts",
        "Беженцы: Иордания – 5, Германия – 7; Иордания приняла их.",
        (("Иордания", "JOR"), ("Германия", "DEU"), ("Иордания", "JOR")),
    ),
    Placing(
        "states-and-their-friends",
        "Iraq and its western allies have refused; Qatar and the Iraqi side signed it.",
        (),
    ),
    Placing(
        "russian-countries-that-one-comes-from",
        "Семьи вернулись из Иордании и Ирака, на границе с Ираком тихо.",
        (("Иордании", "JOR"), ("Ирака", "IRQ"), ("Ираком", "IRQ")),
    ),
    Placing(
        "the-seat-of-a-power",
        "The Kremlin thanked Downing Street.",
        (),
    ),
    Placing(
        "in-the-seat-of-a-power",
        "They dined in the Kremlin.",
        (("Kremlin", "ru-moscow"),),
    ),
    # other words that look like places
    Placing("people-named-as-places", "Minister Mohammad Shaar met Michael Jordan.", ()),
    Placing("a-person-whose-name-folds-as-a-country", "Cameron called it a day of hope.", ()),
    Placing(
        "a-verb-that-folds-as-a-town",
        "Has the truce held in Hama?",
        (("Hama", "sy-hama"),),
    ),
    Placing(
        "companies-named-after-places",
        "Badia Cement and the Levant People's Brigades left Hama.",
        (("Hama", "sy-hama"),),
    ),
    Placing("an-operation-named-after-a-river", "Operation Euphrates Shield began then.", ()),
    # what kind of place an unknown one is
    Placing(
        "kinds-that-belong-to-the-name",
        "Shells hit the Zahrat camp and the Qarqafta airfield.",
        (("Zahrat camp", "somewhere"), ("Qarqafta airfield", "somewhere")),
    ),
    Placing(
        "russian-air-base",
        "Снаряды упали у аэродрома Каркафта.",
        (("Каркафта", "somewhere"),),
    ),
    Placing("a-crossing-of-two-nations", "The Syrian-Turkish crossing is open.", ()),
    Placing(
        "a-word-that-the-text-writes-small",
        "Impact of Skirmishes in Homs province: skirmishes went on.",
        (("Homs province", "SY04"),),
    ),
    Placing(
        "a-spelling-that-no-dictionary-has",
        "Residents of the village of Saraqueib fled to the town of Khan Scheikhun.",
        (("Saraqueib", "sy-saraqib"), ("Khan Scheikhun", "sy-khan-shaykhun")),
    ),
    Placing(
        "a-short-name-is-heard-in-its-governorate-only",
        "Two people were wounded in the village of Nubbel, Aleppo province.",
        (("Nubbel", "sy-nubl"), ("Aleppo province", "SY02")),
    ),
    Placing(
        "a-short-name-is-heard-nowhere-else",
        "Two people were wounded in the village of Nebal.",
        (("Nebal", "somewhere"),),
    ),
    Placing(
        "a-russian-spelling-that-no-dictionary-has",
        "Обстрелян населенный пункт Кафер-Небуль в провинции Идлиб.",
        (("Кафер-Небуль", "sy-kafr-nabl"), ("провинции Идлиб", "SY07")),
    ),
    Placing(
        "a-word-that-opens-a-sentence-is-no-part-of-a-name",
        "Besides Umm Tineh, Homs province, nothing was hit.",
        (("Umm Tineh", "in SY04"), ("Homs province", "SY04")),
    ),
    Placing(
        "hyphen-inside-a-base's-name",
        "Missiles struck the T-4 airbase and the T-4 military airport.",
        (("T-4 airbase", "sy-t4-air-base"), ("T-4 military airport", "sy-t4-air-base")),
    ),
    Placing(
        "acronym-with-a-hyphen",
        "Some 300 refugees came to KR-I.",
        (("KR-I", "iq-kurdistan"),),
    ),
    Placing(
        "city-abroad-before-a-town-that-is-called-so-too",
        "Refugees arrived in Erbil.",
        (("Erbil", "iq-erbil"),),
    ),
    Placing(
        "town-that-its-province-tells",
        "Food parcels were distributed in Erbil, Rif Dimashq province.",
        (("Erbil", "sy-arbin"), ("Rif Dimashq", "SY03")),
    ),
    Placing(
        "quarters-with-counts-in-brackets",
        "Militants shelled the quarters of Ambari, Sindyan (twice) and Qarmad.",
        (("Ambari", "somewhere"), ("Sindyan", "somewhere"), ("Qarmad", "somewhere")),
    ),
    Placing("quarters-of-a-whole", "Three quarters of Syrians are poor.", ()),
    Placing(
        "little-namesake",
        "Attacks hit Little Hmeimeh village in northern Aleppo.",
        (("Little Hmeimeh", "in SY02"), ("northern Aleppo", "SY02")),
    ),
    Placing("outlet-that-a-town-is-called-like", "He told Al Mayadeen TV that they met.", ()),
)
