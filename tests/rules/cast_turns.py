"""Who acts where the sentence turns its order: clefts, a speaker in the middle, roles for names."""

from tests.rules.cast_readings import CastReading, cast

TURN_READINGS: tuple[CastReading, ...] = (
    cast(
        "a-cleft-inside-what-is-said",
        "The ministry in Damascus said that it was Israel that shelled the town of Quneitra.",
        "ASSAULT",
        "isr:s",
    ),
    cast(
        "who-acts-behind-what-was-before",
        "After rebels had ousted Bashar al-Assad, Israel shelled the port of Latakia on Monday.",
        "ASSAULT",
        "isr:s",
    ),
    cast(
        "two-and-he-who-talked-with-one-of-them",
        "Sergei Lavrov came to Ankara on Monday. With Hakan Fidan he discussed the truce.",
        "CONSULT",
        "sergei-lavrov:p",
        "hakan-fidan:p",
    ),
    cast(
        "three-who-met-with-a-speaker-between",
        "Sergei Lavrov, Hakan Fidan and Ayman Safadi arrived in Sochi on Monday. The three, said"
        " Lavrov, had discussed the truce.",
        "CONSULT",
        "sergei-lavrov:p",
        "hakan-fidan:p",
        "ayman-safadi:p",
    ),
    cast(
        "a-counterpart-he-said-he-had-met",
        "Hakan Fidan thanked Ayman Safadi. With his counterpart, he said, he had discussed the"
        " truce.",
        "CONSULT",
        "hakan-fidan:p",
        "ayman-safadi:p",
    ),
    cast(
        "a-president-who-is-no-minister-in-russian",
        "Сергей Шойгу доложил Владимиру Путину о выводе войск. Затем Сергей Шойгу вылетел в"
        " Анкару. Президент осудил удары Израиля по Дамаску.",
        "ACCUSE",
        "vladimir-putin:s",
        "isr:t",
    ),
    cast(
        "a-minister-who-is-no-president-in-russian",
        "Сергей Лавров доложил Владимиру Путину о переговорах. Затем Владимир Путин вылетел в"
        " Анкару. Министр осудил удары Израиля по Дамаску.",
        "ACCUSE",
        "sergei-lavrov:s",
        "isr:t",
    ),
    cast(
        "an-order-before-who-gave-it-in-russian",
        "Сергей Шойгу прибыл в Дамаск. Приказ вывести войска Владимир Путин отдал в понедельник.",
        "REQUEST",
        "vladimir-putin:s",
    ),
    cast(
        "a-veto-that-is-laid-in-russian",
        "В понедельник Россия наложила на французскую резолюцию вето.",
        "REJECT",
        "rus:s",
        "fra:t",
    ),
    cast(
        "who-speaks-behind-the-dead-was-not-attacked",
        "Airstrikes on a school in Idlib killed at least 35 people, most of them children, Human"
        " Rights Watch said in a report published on Sunday.",
        "ASSAULT",
    ),
    cast(
        "an-agency-that-was-told-does-not-leave",
        "Talal al-Barazi told AFP the evacuation of Homs would be completed on Thursday.",
        "RETREAT",
    ),
    cast(
        "whose-condemnation-was-drawn",
        "Israel bombed Quneitra on Monday, drawing condemnation from Egypt and Saudi Arabia.",
        "ACCUSE",
        "egy:s",
        "sau:s",
        "isr:t",
    ),
    cast(
        "clashes-that-left-some-dead",
        "Clashes between Turkish troops and Islamic State fighters left four people dead.",
        "ASSAULT",
        "turkish-armed-forces:p",
        "islamic-state:p",
    ),
    cast(
        "who-wrote-after-meeting-another",
        "Turkey and Jordan have opened the road, Hakan Fidan wrote after meeting Ayman Safadi.",
        "CONSULT",
        "hakan-fidan:p",
        "ayman-safadi:p",
    ),
    cast(
        "who-acts-behind-a-dateline-and-a-place",
        "MOSCOW, 17 April 2018 - During his stay in the Russian capital Staffan de Mistura is due"
        " to meet Sergei Lavrov.",
        "CONSULT",
        "staffan-de-mistura:p",
        "sergei-lavrov:p",
    ),
    cast(
        "in-a-ministry-it-was-denied-in-russian",
        "В Минобороны РФ опровергли сообщения об ударах по турецким военным.",
        "REJECT",
        "russian-ministry-of-defence:s",
        "turkish-armed-forces:t",
    ),
    cast(
        "a-call-while-doing-something-else",
        "NATO expressed solidarity with Turkey, while urging both sides to show restraint.",
        "REQUEST",
        "nato:s",
    ),
    cast(
        "whom-he-also-received",
        "Ayman Safadi met Hakan Fidan on Monday. Safadi also received Geir Pedersen.",
        "CONSULT",
        "ayman-safadi:p",
        "geir-pedersen:p",
    ),
    cast(
        "the-two-sides-of-the-sentence",
        "Ayman Safadi received Hakan Fidan, with the two sides signing an agreement on trade.",
        "AGREE",
        "jor:p",
        "tur:p",
    ),
    cast(
        "an-interior-minister-who-is-no-president",
        "Recep Tayyip Erdogan spoke on Monday. The interior minister blamed the YPG for it.",
        "ACCUSE",
        "peoples-protection-units:t",
    ),
    cast(
        "a-capital-and-what-it-is-dismiss-a-report",
        "Human Rights Watch published a report. Moscow, an ally of Damascus, dismissed it.",
        "REJECT",
        "rus:s",
    ),
    cast(
        "who-gave-the-orders-is-not-whom-troops-act-against",
        "American troops were deployed on Donald Trump's orders near the oil fields on Monday.",
        "MOBILIZE",
        "us-armed-forces:t",
    ),
    cast(
        "whose-sanctions-are-lifted-on-whom",
        "Donald Trump lifted US sanctions on Syria on Monday.",
        "CONCEDE",
        "donald-trump:s",
        "syr:t",
    ),
    cast(
        "who-said-after-meeting-another-that",
        "Joseph Aoun said after receiving Hakan Fidan that Beirut was ready to talk.",
        "CONSULT",
        "joseph-aoun:p",
        "hakan-fidan:p",
    ),
    cast(
        "a-ministry-of-the-capital-that-it-stands-in",
        "Israel bombed the defence ministry in Damascus on Wednesday.",
        "ASSAULT",
        "isr:s",
        "syrian-ministry-of-defence:t",
    ),
    cast(
        "who-helped-broker-a-truce",
        "Washington helped broker a truce between Israel and Syria on Wednesday.",
        "AGREE",
        "usa:s",
        "isr:p",
        "syr:p",
    ),
    cast(
        "who-has-begun-to-hand-out-meals",
        "WFP has begun handing out hot meals to the displaced in Aleppo.",
        "AID",
        "world-food-programme:s",
    ),
    cast(
        "they-of-a-lead-behind-its-dateline",
        "BAGHDAD, 5 February 2024 - The Popular Mobilization Forces buried 16 men. They called the"
        " US raids a crime.",
        "ACCUSE",
        "popular-mobilization-forces:s",
        "usa:t",
    ),
    cast(
        "who-acts-behind-unnamed-sources",
        "According to government sources, rebels have blocked evacuations from two towns.",
        "COERCE",
        "syrian-armed-opposition:s",
    ),
    cast(
        "whom-he-also-thanked",
        "Feng Biao thanked the Syrian government. He also expressed his gratitude to UNICEF.",
        "SUPPORT",
        "feng-biao:s",
        "unicef:t",
    ),
    cast(
        "who-acts-behind-a-bullet-and-a-place",
        "* At the Tishrin Dam UNICEF has rehabilitated the power station.",
        "AID",
        "unicef:s",
    ),
    cast(
        "who-mediated",
        "The United States mediated on Monday.",
        "CONSULT",
        "usa:p",
    ),
)
