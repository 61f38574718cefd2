"""Who acts where grammar hides it: verbs like nouns, ministries without a state, shared objects."""

from tests.rules.cast_readings import CastReading, cast

SUBJECT_READINGS: tuple[CastReading, ...] = (
    cast(
        "a-verb-like-a-noun-has-its-neighbour-as-subject",
        "UNICEF calls on Turkey to open the border.",
        "REQUEST",
        "unicef:s",
        "tur:t",
    ),
    cast(
        "who-co-chairs-takes-part",
        "Jordan and Norway co-chaired a donor meeting on Syria in Amman on Sunday.",
        "CONSULT",
        "jor:p",
        "nor:p",
    ),
    cast(
        "the-ministry-of-the-state-told-before",
        "Turkey lost two men near Azaz. The defence ministry condemned the attack.",
        "ACCUSE",
        "turkish-ministry-of-national-defence:s",
    ),
    cast(
        "its-ministry-is-that-of-the-subject",
        "Iran closed the road, and its foreign ministry condemned the raid.",
        "ACCUSE",
        "iranian-ministry-of-foreign-affairs:s",
    ),
    cast(
        "who-was-received-is-asked",
        "Ayman Safadi received Geir Pedersen in Amman and asked for 300 tents.",
        "REQUEST",
        "ayman-safadi:s",
        "geir-pedersen:t",
    ),
    cast(
        "partners-that-are-nobody-are-asked-not-whom-they-help",
        "Ayman Safadi urged international partners to help Syria restore its power grid.",
        "REQUEST",
        "ayman-safadi:s",
    ),
    cast(
        "an-agreement-on-a-state-is-not-with-it",
        "Russia and Turkey adopted a joint statement on Syria on Monday.",
        "AGREE",
        "rus:p",
        "tur:p",
    ),
    cast(
        "the-object-of-one-verb-does-not-do-the-next",
        "Gunmen seized Syrian army posts on Sunday and detained dozens of farmers.",
        "COERCE",
    ),
    cast(
        "rebels-led-by-a-group-are-the-group",
        "Rebels led by Ahrar al-Sham shelled Jourin on Monday.",
        "ASSAULT",
        "ahrar-al-sham:s",
    ),
    cast(
        "associates-of-a-man-are-not-he",
        "Canada imposed sanctions on six Assad associates on Friday.",
        "SANCTION",
        "can:s",
    ),
    cast(
        "in-support-of-a-man-is-not-by-him",
        "Russia launched air strikes on Idlib in support of Bashar al-Assad on Sunday.",
        "ASSAULT",
        "rus:s",
    ),
    cast(
        "what-opens-a-sentence-does-not-hold-its-subject",
        "At the invitation of Kazakhstan, Iraq and Lebanon joined the talks in Astana on Sunday.",
        "CONSULT|COOPERATE",
        "irq:p",
        "lbn:p",
    ),
    cast(
        "a-foreign-regime-is-its-state",
        "Damascus said on Sunday that the Turkish regime bombed Afrin.",
        "ASSAULT",
        "tur:s",
    ),
    cast(
        "the-government-with-a-capital-is-the-syrian-one",
        "The humanitarian chief said that the Government had approved five convoys in March.",
        "AGREE",
        "government-of-syria:s",
    ),
    cast(
        "whose-help-one-thanks-for-is-thanked",
        "Bashar al-Assad thanked Vladimir Putin on Monday for Russia's help.",
        "SUPPORT",
        "bashar-al-assad:s",
        "vladimir-putin:t",
        "rus:t",
    ),
    cast(
        "whose-goods-are-delivered-gives",
        "Lorries delivered food of the Red Cross to Palmyra on Monday.",
        "AID",
        "international-committee-of-the-red-cross:s",
    ),
    cast(
        "who-should-leave-is-asked",
        "Bashar Jaafari said that Turkey must leave the north of the country.",
        "REQUEST",
        "bashar-jaafari:s",
        "tur:t",
    ),
    cast(
        "a-minister-of-2025-by-his-office",
        "Syria's Energy Minister signed a memorandum with Chevron on 3 June 2025.",
        "AGREE",
        "mohammed-al-bashir:p",
        "chevron:p",
    ),
    cast(
        "a-port-is-leased-from-the-state-it-lies-in",
        "Within a month Russia will lease the harbour of Baniyas in Syria for 20 years.",
        "AGREE",
        "rus:p",
        "syr:p",
    ),
    cast(
        "a-grant-goes-to-the-state-it-is-spent-in",
        "On Monday Iran allocated 300 million dollars to power plants and other projects in Syria.",
        "PROMISE",
        "irn:s",
        "syr:t",
    ),
    cast(
        "a-foreign-ministry-denies-for-its-state",
        "No chemical weapons were used in Khan Shaykhun, the Syrian Foreign Ministry said on"
        " Tuesday.",
        "ASSAULT",
        "syr:s",
    ),
    cast(
        "whose-stronghold-is-attacked-does-not-attack",
        "Since May attacks on the last stronghold of the opposition have intensified in Idlib.",
        "ASSAULT",
        "syrian-opposition:t",
    ),
)
