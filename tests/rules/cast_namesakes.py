"""Who is meant where names, acronyms and places look alike: actors of events."""

from tests.rules.cast_readings import CastReading, cast

NAMESAKE_READINGS: tuple[CastReading, ...] = (
    cast(
        "a-surname-of-two-is-that-of-the-one-last-named",
        "Doctor Adib Omar Tarraf opened the ward. Engineer Hind Tarraf came a day later. Tarraf"
        " condemned the siege.",
        "ACCUSE",
        "x-hind-tarraf:s",
    ),
    cast(
        "an-acronym-of-two-is-that-of-the-body-last-introduced",
        "The Amuda Relief Council (ARC) opened a clinic. The Atarib Rescue Committee (ARC)"
        " closed one. The Salamiyah Rural Council (SRC) watched. The ARC condemned the siege.",
        "ACCUSE",
        "x-atarib-rescue-committee:s",
    ),
    cast(
        "those-against-a-ruler-are-not-the-ruler",
        "Anti-Assad fighters attacked Hama on Monday.",
        "ASSAULT",
    ),
    cast(
        "troops-for-a-state-are-not-its-own",
        "Pro-Russian troops attacked Hama on Monday.",
        "ASSAULT",
    ),
    cast(
        "the-place-before-a-title-is-no-part-of-it",
        "In Egypt Russian Foreign Minister Sergei Lavrov met Geir Pedersen on Monday.",
        "CONSULT",
        "sergei-lavrov:p",
        "geir-pedersen:p",
    ),
    cast(
        "whose-envoy-he-is-is-a-part-of-his-title",
        "A day later Russia's special envoy Alexander Lavrentiev met Geir Pedersen.",
        "CONSULT",
        "alexander-lavrentiev:p",
        "geir-pedersen:p",
    ),
    cast(
        "the-place-before-a-name-is-no-first-name",
        "On arriving in Sochi Erdogan met Geir Pedersen.",
        "CONSULT",
        "recep-tayyip-erdogan:p",
        "geir-pedersen:p",
    ),
    cast(
        "the-wife-of-a-president-is-not-he",
        "Erdogan's wife met Geir Pedersen in Geneva on Monday.",
        "CONSULT",
        "geir-pedersen:p",
    ),
    cast(
        "who-abstains-votes-against-nothing",
        "The Security Council rejected the draft on Monday. Two members voted against it: Russia"
        " and China, while Algeria abstained.",
        "REJECT",
        "rus:s",
        "chn:s",
    ),
    cast(
        "those-named-by-their-offices-are-of-their-states",
        "Walid al-Moallem received the Iranian foreign minister in 2018. The two sides signed an"
        " agreement.",
        "AGREE",
        "syr:p",
        "irn:p",
    ),
    cast(
        "a-possessive-in-capitals",
        "TURKEY'S army shelled Tell Rifaat on Monday.",
        "ASSAULT",
        "turkish-armed-forces:s",
    ),
    cast(
        "a-dotless-letter-is-the-same-letter",
        "General Ali Yıldız arrived on Monday. Ali Yildiz condemned the raid.",
        "ACCUSE",
        "x-ali-yildiz:s",
    ),
    cast(
        "a-name-in-the-genitive-is-the-same-name",
        "Полковника Алексея Шестунова приняли в Хомсе. Полковник Алексей Шестунов осудил обстрел.",
        "ACCUSE",
        "x-алексе-шестунов:s",
    ),
    cast(
        "a-surname-in-the-accusative-is-the-same-surname",
        "Прибыл капитан Рустам Хишамов. Позже капитан Хишамов осудил обстрел.",
        "ACCUSE",
        "x-рустам-хишамов:s",
    ),
    cast(
        "later-is-no-first-name",
        "Позже ЦПО осудил обстрел станции.",
        "ACCUSE",
    ),
)
