"""Who is meant by an office, an apposition, a pronoun or "the four countries": actors of events."""

from tests.rules.cast_readings import CastReading, cast

REFERENCE_READINGS: tuple[CastReading, ...] = (
    cast(
        "a-title-with-its-place-and-then-the-name",
        "The Chinese ambassador in Damascus, Shi Hongwei, met Faisal Mekdad on Monday.",
        "CONSULT",
        "x-shi-hongwei:p",
        "faisal-mekdad:p",
    ),
    cast(
        "an-unknown-man-who-leads-a-council",
        "Mahmoud Hafar, who leads the local council, accused the United Nations of neglect.",
        "ACCUSE",
        "x-mahmoud-hafar:s",
        "united-nations:t",
    ),
    cast(
        "a-minister-of-a-state-and-his-name-in-commas",
        "Lebanon's caretaker Minister of Social Affairs, Ramzi Mousharrafieh, met Geir Pedersen.",
        "CONSULT",
        "x-ramzi-mousharrafieh:p",
        "geir-pedersen:p",
    ),
    cast(
        "whose-successor-he-is",
        "Staffan de Mistura's successor, Geir Pedersen, met Walid al-Moallem in Damascus.",
        "CONSULT",
        "geir-pedersen:p",
        "walid-muallem:p",
    ),
    cast(
        "counterparts-from-two-states",
        "Russian Foreign Minister Sergei Lavrov and his counterparts from Turkey and Iran met in"
        " Moscow on Friday.",
        "CONSULT",
        "sergei-lavrov:p",
        "tur:p",
        "irn:p",
    ),
    cast(
        "experts-from-three-states",
        "Experts from Jordan, Russia and the United States met in Amman on April 16.",
        "CONSULT",
        "jor:p",
        "rus:p",
        "usa:p",
    ),
    cast(
        "the-four-countries-are-the-four-named-before",
        "The leaders of Turkey, Russia, France and Germany gathered in Istanbul. Envoys of the four"
        " countries will meet in Berlin in November.",
        "CONSULT",
        "tur:p",
        "rus:p",
        "fra:p",
        "deu:p",
    ),
    cast(
        "both-sides-are-the-two-named-before",
        "The Syrian government and the opposition sent delegations to Geneva. Pedersen appealed to"
        " both sides to negotiate.",
        "REQUEST",
        "geir-pedersen:s",
        "government-of-syria:t",
        "syrian-opposition:t",
    ),
    cast(
        "the-ministers-are-those-who-were-listed",
        "Ayman Safadi, Faisal bin Farhan and Sameh Shoukry gathered in Amman. The ministers agreed"
        " on a plan.",
        "AGREE",
        "ayman-safadi:p",
        "faisal-bin-farhan:p",
        "sameh-shoukry:p",
    ),
    cast(
        "they-are-the-forces-of-the-sentence-before",
        "Government forces closed the roads on 24 June. On 29 July they shelled Tafas.",
        "ASSAULT",
        "syrian-arab-army:s",
    ),
    cast(
        "who-said-so-goes-on-to-accuse",
        "President Bashar al-Assad said that the issue was humanitarian, and accused the United"
        " States of exploiting it.",
        "ACCUSE",
        "bashar-al-assad:s",
        "usa:t",
    ),
    cast(
        "who-thanked-goes-on-to-pledge",
        "Assad thanked Russia and Iran for their efforts and pledged to rebuild the country.",
        "PROMISE",
        "bashar-al-assad:s",
    ),
    cast(
        "whom-one-tells-something-does-not-do-it",
        "During the meeting, Lavrov told Pedersen that Moscow supported the talks.",
        "SUPPORT",
        "rus:s",
    ),
    cast(
        "complained-of-what-another-did",
        "Syria's Foreign Ministry complained in a letter to the UN that Israel had violated its"
        " airspace.",
        "ACCUSE",
        "syrian-ministry-of-foreign-affairs:s",
        "isr:t",
    ),
    cast(
        "complained-to-a-body-of-attacks",
        "Damascus complained to the Security Council about Turkish attacks.",
        "ACCUSE",
        "syr:s",
        "tur:t",
    ),
    cast(
        "two-trade-blame",
        "Moscow and Ankara traded blame last week.",
        "ACCUSE",
        "rus:s",
        "tur:s",
    ),
    cast(
        "an-ambassador-is-summoned",
        "Condemning the raid, Jordan summoned the Israeli ambassador on Wednesday.",
        "ACCUSE",
        "jor:s",
        "isr:t",
    ),
    cast(
        "aid-from-a-state-arrives",
        "A plane carrying 40 tons of aid from Saudi Arabia landed at Aleppo airport on Tuesday.",
        "AID",
        "sau:s",
    ),
    cast(
        "a-town-taken-from-a-group",
        "Turkish-backed rebels seized the town of Tal Abyad from the SDF on Sunday.",
        "ASSAULT",
        "syrian-national-army:s",
        "syrian-democratic-forces:t",
    ),
    cast(
        "joined-by-allies",
        "The United States, joined by Britain and France, struck three sites in Syria.",
        "ASSAULT",
        "usa:s",
        "gbr:s",
        "fra:s",
    ),
    cast(
        "died-in-an-ambush-by-a-group",
        "At least ten soldiers died in an ambush by Islamic State near Palmyra on Thursday.",
        "ASSAULT",
        "islamic-state:s",
    ),
    cast(
        "soldiers-killed-when-their-post-was-shelled",
        "Two Turkish soldiers were killed when Syrian government forces shelled their post.",
        "ASSAULT",
        "syrian-arab-army:s",
        "turkish-armed-forces:t",
    ),
    cast(
        "a-witness-is-no-party-to-an-exchange",
        "On Friday the Syrian government and opposition factions exchanged ten detainees in the"
        " presence of the Syrian Arab Red Crescent.",
        "CONCEDE",
        "government-of-syria:p",
        "syrian-armed-opposition:p",
    ),
    cast(
        "on-the-sidelines-two-states-sign-in-russian",
        "На полях форума Россия и Сирия подписали восемь меморандумов.",
        "AGREE",
        "rus:p",
        "syr:p",
    ),
)
