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
)
