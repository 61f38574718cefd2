"""Who did it, and who only counts it, helps with it or is told of beside it."""

from tests.rules.cast_readings import CastReading, cast

DOER_READINGS: tuple[CastReading, ...] = (
    cast(
        "who-documents-strikes-strikes-nobody",
        "The Syrian Observatory for Human Rights documented 12 air strikes on Saraqib"
        " on 5 May 2019.",
        "ASSAULT",
    ),
    cast(
        "attacks-that-one-makes-and-another-records",
        "Twelve attacks by Jabhat al-Nusra were recorded by the Russian Reconciliation Centre"
        " in Idlib on 5 May 2019.",
        "ASSAULT",
        "jabhat-al-nusra:s",
    ),
    cast(
        "who-makes-the-arrests-that-another-records",
        "The Syrian Observatory for Human Rights recorded 40 arrests in Homs by the Syrian army"
        " on 5 May 2019.",
        "COERCE",
        "syrian-arab-army:s",
    ),
    cast(
        "who-carries-an-attack-out-makes-it",
        "An attack on Homs was carried out by Israel on 5 May 2019.",
        "ASSAULT",
        "isr:s",
    ),
    cast(
        "strikes-of-a-state-that-nobody-is-said-to-record",
        "Iranian air strikes on Saraqib were recorded on 5 May 2019.",
        "ASSAULT",
        "irn:s",
    ),
    cast(
        "an-agency-glued-to-the-first-word",
        "Hama, SANA-An Israeli air raid targeted a military point in Hama on 5 May 2019.",
        "ASSAULT",
        "isr:s",
    ),
    cast(
        "who-dies-is-hit-in-russian",
        "Двое турецких военнослужащих погибли в Африне 5 мая 2019 года.",
        "ASSAULT",
        "turkish-armed-forces:t",
    ),
    cast(
        "who-registers-shelling-in-russian",
        "Российской стороной зарегистрировано 7 случаев стрельбы в провинции Идлиб"
        " 5 мая 2019 года.",
        "ASSAULT",
    ),
    cast(
        "who-notes-shelling-in-russian",
        "Турецкая сторона зафиксировала 5 обстрелов в провинции Идлиб 5 мая 2019 года.",
        "ASSAULT",
    ),
    cast(
        "an-instrumental-before-its-participle-acts",
        "Сирийской армией с 1 января 2018 года освобождено от формирований ДАИШ"
        " 12 населенных пунктов.",
        "ASSAULT",
        "syrian-arab-army:s",
        "islamic-state:t",
    ),
    cast(
        "a-feminine-instrumental-behind-its-participle-acts",
        "Город Саракиб освобожден сирийской армией 5 мая 2019 года.",
        "ASSAULT",
        "syrian-arab-army:s",
    ),
    cast(
        "a-town-is-retaken-from-somebody",
        "The town of Saraqib was retaken from the rebels by the Syrian army on 5 May 2019.",
        "ASSAULT",
        "syrian-arab-army:s",
        "syrian-armed-opposition:t",
    ),
    cast(
        "who-helps-stands-before-the-doer",
        "With the support of Iran and then of Russia the Syrian army took back control of Palmyra.",
        "ASSAULT",
        "syrian-arab-army:s",
    ),
    cast(
        "whom-one-meets-and-then",
        "Vladimir Putin met Bashar al-Assad in Sochi, and then Recep Tayyip Erdogan.",
        "CONSULT",
        "vladimir-putin:p",
        "bashar-al-assad:p",
        "recep-tayyip-erdogan:p",
    ),
    cast(
        "what-will-go-on-is-refused-by-its-subject",
        "Iran will continue to reject the sanctions.",
        "REJECT",
        "irn:s",
    ),
    cast(
        "whose-attack-is-repelled-attacks",
        "The Syrian Democratic Forces repelled an attack by Jabhat al-Nusra on Manbij on"
        " 5 May 2019.",
        "ASSAULT",
        "jabhat-al-nusra:s",
        "syrian-democratic-forces:t",
    ),
    cast(
        "whose-attack-stands-before-the-noun-attacks",
        "The Syrian army fought off an Islamic State assault on Palmyra on 5 May 2019.",
        "ASSAULT",
        "islamic-state:s",
        "syrian-arab-army:t",
    ),
    cast(
        "whose-attack-is-repelled-by-another-attacks",
        "An attack by Jabhat al-Nusra on Saraqib was repulsed by the Syrian army on 5 May 2019.",
        "ASSAULT",
        "jabhat-al-nusra:s",
        "syrian-arab-army:t",
    ),
    cast(
        "a-raid-of-a-state-that-is-repelled",
        "Syrian air defences repelled an Israeli air strike on Homs on 5 May 2019.",
        "ASSAULT",
        "isr:s",
        "syrian-air-defence:t",
    ),
    cast(
        "who-repels-fighters-strikes-them",
        "The Syrian army repelled Jabhat al-Nusra near Saraqib on 5 May 2019.",
        "ASSAULT",
        "syrian-arab-army:s",
        "jabhat-al-nusra:t",
    ),
    cast(
        "who-comes-under-fire-is-hit",
        "US forces came under fire near Palmyra on 5 May 2019.",
        "ASSAULT",
        "us-armed-forces:t",
    ),
    cast(
        "who-comes-under-attack-by-another-is-hit",
        "Turkish troops came under attack by Jabhat al-Nusra near Saraqib on 5 May 2019.",
        "ASSAULT",
        "jabhat-al-nusra:s",
        "turkish-armed-forces:t",
    ),
    cast(
        "who-brings-a-town-under-control-takes-it",
        "Saraqib fell under the control of the Syrian army on 5 May 2019.",
        "ASSAULT",
        "syrian-arab-army:s",
    ),
    cast(
        "an-office-in-a-list-takes-part",
        "Vladimir Putin, the Turkish President and Hassan Rouhani met in Sochi on"
        " 14 February 2019.",
        "CONSULT",
        "vladimir-putin:p",
        "recep-tayyip-erdogan:p",
        "hassan-rouhani:p",
    ),
    cast(
        "an-office-behind-a-name-says-who-he-is",
        "Vladimir Putin, the Russian President, and Hassan Rouhani met in Sochi on"
        " 14 February 2019.",
        "CONSULT",
        "vladimir-putin:p",
        "hassan-rouhani:p",
    ),
    cast(
        "an-initial-parts-no-name",
        "Ambassador Harold J. Penrose met Bashar al-Assad in Damascus on 5 May 2019.",
        "CONSULT",
        "x-harold-j-penrose:p",
        "bashar-al-assad:p",
    ),
    cast(
        "offices-that-share-their-noun",
        "The Russian and Turkish presidents met in Sochi on 17 September 2018.",
        "CONSULT",
        "vladimir-putin:p",
        "recep-tayyip-erdogan:p",
    ),
    cast(
        "who-has-the-support-is-supported",
        "Hezbollah has the support of Iran.",
        "SUPPORT",
        "irn:s",
        "hezbollah:t",
    ),
    cast(
        "who-secured-the-backing-is-backed",
        "Lebanon secured the backing of France in March 2019.",
        "SUPPORT",
        "fra:s",
        "lbn:t",
    ),
    cast(
        "who-supports-acts-himself",
        "Iran declared its support for Hezbollah on 5 May 2019.",
        "SUPPORT",
        "irn:s",
        "hezbollah:t",
    ),
    cast(
        "who-counts-in-a-bracket-tells-no-attack",
        "Forty shellings of Hama by Jabhat al-Nusra (31 by the data of the Syrian side)"
        " were registered on 5 May 2019.",
        "ASSAULT",
        "jabhat-al-nusra:s",
    ),
    cast(
        "whom-a-fellow-says-to-have-met-speaks-not",
        "Mark Lynn, a senior fellow at a college in Oxford, said President Vladimir Putin had met"
        " Bashar al-Assad on 5 May 2019.",
        "CONSULT",
        "vladimir-putin:p",
        "bashar-al-assad:p",
    ),
    cast(
        "a-militia-by-the-name-that-its-enemies-give-it",
        "The Qasad militia kidnapped nine men in Tal Tamr on 5 May 2019.",
        "ASSAULT|COERCE",
        "syrian-democratic-forces:s",
    ),
)
