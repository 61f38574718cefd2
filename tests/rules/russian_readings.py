"""What only Russian does: remarks between commas, subjunctives, cases, passives by their endings.

Belongs here: sentences of articles, with an event or a quantity each. Does not belong here: who
acts in plain Russian clauses (`cast_readings_russian.py`).
"""

from tests.rules.cast_readings import CastReading, cast
from tests.rules.event_readings import EventReading, told
from tests.rules.quantities import Quantity, Reading, exact
from tests.rules.told import Told, row
from tests.rules.told import told as bulletin

RUSSIAN_CASTS: tuple[CastReading, ...] = (
    cast(
        "whose-attack-is-repelled-attacks-in-russian",
        "Турецкая армия отразила атаку боевиков «Исламского государства» под Аль-Бабом.",
        "ASSAULT",
        "islamic-state:s",
        "turkish-armed-forces:t",
    ),
    cast(
        "whose-raid-is-repelled-in-russian",
        "Силы ПВО Сирии отразили ракетный удар Израиля по порту.",
        "ASSAULT",
        "isr:s",
        "syrian-air-defence:t",
    ),
    cast(
        "an-attack-that-is-repelled-in-russian",
        "Атака боевиков «Хезболлы» отражена израильскими военными под Кунейтрой.",
        "ASSAULT",
        "hezbollah:s",
        "israel-defense-forces:t",
    ),
    cast(
        "who-was-overthrown-overthrew-nobody",
        "Правительство Башара Асада было свергнуто в декабре 2024 года.",
        "ASSAULT",
        "government-of-syria:t",
    ),
    cast(
        "whom-the-first-verb-takes-is-not-accused",
        "Башар Асад поблагодарил Тегеран за помощь и обвинил США в грабеже.",
        "ACCUSE",
        "bashar-al-assad:s",
        "usa:t",
    ),
    cast(
        "who-stands-behind-a-verb-of-moving-moves",
        "Из города Африн отступили отряды «Хезболлы».",
        "RETREAT",
        "hezbollah:s",
    ),
    cast(
        "presidents-who-adopt-a-paper-receive-nobody",
        "Президенты Ирана и Турции Хасан Рухани и Реджеп Тайип Эрдоган приняли совместный"
        " меморандум.",
        "AGREE",
        "hassan-rouhani:p",
        "recep-tayyip-erdogan:p",
    ),
    cast(
        "one-office-of-three-states",
        "Главы МИД России, Турции и Ирана встретились 5 июня 2019 года.",
        "CONSULT",
        "sergei-lavrov:p",
        "mevlut-cavusoglu:p",
        "mohammad-javad-zarif:p",
    ),
    cast(
        "of-whose-death-reports-are-is-not-rejected",
        "Турция опровергла сообщения о гибели Хасана Рухани.",
        "REJECT",
        "tur:s",
    ),
    cast(
        "a-body-and-a-company-with-its-name-in-quotation-marks",
        "Правительство Ирака и компания «Стройтрансгаз» подписали соглашение.",
        "AGREE",
        "government-of-iraq:p",
        "stroytransgaz:p",
    ),
    cast(
        "a-remark-between-subject-and-verb",
        "Иордания, как ранее сообщил Сергей Лавров, осудила Израиль за обстрел Кунейтры.",
        "ACCUSE",
        "jor:s",
        "isr:t",
    ),
)

RUSSIAN_EVENTS: tuple[EventReading, ...] = (
    EventReading(
        "a-remark-between-commas-parts-no-act-from-its-verb",
        "Следующие переговоры, как условились стороны, пройдут в Аммане 5 июня 2019 года.",
        told("CONSULT", date="2019-06-05", place="Amman", modality="planned"),
    ),
    EventReading(
        "what-is-talked-about-with-a-subjunctive-has-not-happened",
        "Идут переговоры о том, чтобы боевики покинули Джобар.",
        told("RETREAT", place="Jobar", modality="called_for"),
    ),
    EventReading(
        "until-when-sanctions-hold-is-not-when-they-were-prolonged",
        "Евросоюз продлил санкции против Ирана до 1 июня 2020 года.",
        told("SANCTION", "european-union:s", "irn:t"),
    ),
    EventReading(
        "a-state-in-the-nominative-is-where-nothing-happens",
        "На этот проект Франция наложила вето.",
        told("REJECT", "fra:s"),
    ),
    EventReading(
        "an-overthrown-president-is-no-overthrow",
        "Свергнутый президент Башар Асад встретился с Сергеем Лавровым.",
        None,
        absent="ASSAULT",
    ),
    EventReading(
        "talks-that-will-resume",
        "Переговоры Сергея Лаврова с Гейром Педерсеном возобновятся в Женеве 5 июня 2019 года.",
        told(
            "CONSULT",
            "sergei-lavrov:p",
            "geir-pedersen:p",
            date="2019-06-05",
            place="Geneva",
            modality="planned",
        ),
    ),
)

RUSSIAN_QUANTITIES: tuple[Reading, ...] = (
    Reading("accusative-of-people", "Армия задержала четверых боевиков.", (exact(4),)),
    Reading("instrumental-of-tens", "Село взято тридцатью бойцами.", (exact(30),)),
    Reading(
        "genitive-of-half-a-million",
        "Вернулись свыше полумиллиона человек.",
        (Quantity(500000, 500000, None, "more_than"),),
    ),
    Reading("bodies-are-no-telephone", "Извлечены тела 57 погибших.", (exact(57),)),
    Reading("none-confirmed", "Эти случаи Россия не подтверждает.", (exact(0),)),
)

RUSSIAN_TOLD: tuple[Told, ...] = (
    bulletin(
        "a-russian-verb-ends-what-is-counted",
        "«За сутки 12 случаев стрельбы зафиксировала российская часть представительства».",
        row("ceasefire_violations", 12, subject="случаев стрельбы"),
    ),
    bulletin(
        "a-russian-quotation-mark-ends-what-is-counted",
        "«За сутки обезврежены 23 мины», - сказал Ли.",
        row("explosives_destroyed", 23, subject="мины"),
    ),
    bulletin(
        "what-will-be-sent-in-russian-is-planned",
        "Россия до конца года отправит в Сирию 500 тонн строительных материалов.",
        row("construction_materials_delivered", 500, modality="planned"),
        kind="article",
    ),
)
