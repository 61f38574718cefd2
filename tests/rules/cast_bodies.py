"""Who is meant by a community, a pair, a body of a body, a name in commas: actors of events."""

from tests.rules.cast_readings import CastReading, cast

BODY_READINGS: tuple[CastReading, ...] = (
    cast(
        "a-community-is-asked",
        "Turkey vowed to protect members of the Alawite community on 5 May 2025.",
        "PROMISE",
        "tur:s",
        "alawite-community:t",
    ),
    cast(
        "a-community-marches",
        "Hundreds of Druze residents demonstrated in Sweida on 5 May 2025.",
        "PROTEST",
        "druze-community:s",
    ),
    cast(
        "those-loyal-to-a-ruler-are-not-the-ruler",
        "Сторонники бывшего президента напали на блокпост в Тартусе 5 марта 2025 года.",
        "ASSAULT",
        "assad-loyalists:s",
    ),
    cast(
        "the-world-is-asked-for-help",
        "Jordan called on the international community to help Syria on 5 May 2025.",
        "REQUEST",
        "jor:s",
        "international-community:t",
    ),
    cast(
        "both-officials-are-the-two-named-before",
        "Sergei Lavrov met Hakan Fidan in Ankara. Both officials condemned Iran.",
        "ACCUSE",
        "sergei-lavrov:s",
        "hakan-fidan:s",
        "irn:t",
    ),
    cast(
        "ministers-in-the-plural-in-russian",
        "Сергей Лавров принял Хакана Фидана в Москве. Министры договорились о перемирии.",
        "AGREE",
        "sergei-lavrov:p",
        "hakan-fidan:p",
    ),
    cast(
        "one-minister-is-no-pair",
        "Сергей Лавров принял Хакана Фидана в Москве. Министр обвинил Иран.",
        "ACCUSE",
        "sergei-lavrov:s",
        "irn:t",
    ),
    cast(
        "they-are-the-fighters-of-the-sentence-before-in-russian",
        "Утром формирования оппозиции начали наступление. 5 мая они взяли Хомс.",
        "ASSAULT",
        "syrian-armed-opposition:s",
    ),
    cast(
        "i-am-who-says-so",
        "“I have issued a waiver for trade with Syria,” Marco Rubio said on Friday.",
        "CONCEDE",
        "marco-rubio:s",
        "syr:t",
    ),
    cast(
        "fighting-whose-sides-its-relative-clause-names",
        "Fighting, which began on Monday between the SDF and the Islamic State, displaced many.",
        "ASSAULT",
        "syrian-democratic-forces:p",
        "islamic-state:p",
    ),
    cast(
        "who-meets-at-their-meeting",
        "At their meeting in Brussels on Monday EU foreign ministers agreed to lift the embargo.",
        "CONSULT",
        "european-union:p",
    ),
    cast(
        "who-welcomes-behind-a-relative-clause",
        "The Syrian Network for Human Rights, which documents arrests, welcomes the release of"
        " prisoners.",
        "SUPPORT",
        "syrian-network-for-human-rights:s",
    ),
    cast(
        "a-name-in-commas-before-its-verb",
        "After the fall of Aleppo the road is closed, the Special Envoy for Syria, Geir Pedersen,"
        " warned the Security Council on 5 May 2021.",
        "THREATEN",
        "geir-pedersen:s",
        "un-security-council:t",
    ),
    cast(
        "a-preposition-ends-before-a-name-with-its-verb",
        "On social media Martin Griffiths welcomed the delivery on 5 May 2021.",
        "SUPPORT",
        "martin-griffiths:s",
    ),
    cast(
        "two-who-say-so-in-a-joint-statement",
        "Turkey bombed Manbij at night, Hakan Fidan and Yasar Guler said in a joint statement.",
        "ASSAULT",
        "tur:s",
    ),
    cast(
        "an-office-of-a-department",
        "The Office of Foreign Assets Control (OFAC) of the Department of the Treasury sanctioned"
        " Syria on 5 May 2011.",
        "SANCTION",
        "office-of-foreign-assets-control:s",
        "syr:t",
    ),
    cast(
        "in-front-of-whose-house",
        "Thousands of Druze residents demonstrated in front of Assad's villa on 5 May 2021.",
        "PROTEST",
        "druze-community:s",
    ),
    cast(
        "what-another-did-is-welcomed",
        "Egypt welcomed the unity that the Arab League had shown.",
        "SUPPORT",
        "egy:s",
        "arab-league:t",
    ),
    cast(
        "security-forces-of-the-state-that-nobody-names",
        "The Syrian Observatory for Human Rights accused security forces and the Ministry of"
        " Defence of Syria on 5 May 2025.",
        "ACCUSE",
        "syrian-observatory-for-human-rights:s",
        "syrian-security-forces:t",
        "syrian-ministry-of-defence:t",
    ),
)
