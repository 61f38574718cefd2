"""Who acts where the sentence only describes him: by kind, nation, noun of the name, pronoun.

Each frame is a first sentence that names somebody and a second one that does not.
"""

from tests.rules.cast_readings import CastReading, cast

# Who is named, how, and by what words the next sentence means him.
BODIES = (
    ("unicef", "UNICEF", ("the agency", "the UN agency", "the organisation")),
    ("oxfam", "Oxfam", ("the group", "the aid group", "the British charity")),
    (
        "syrian-network-for-human-rights",
        "The Syrian Network for Human Rights",
        ("the Network", "the rights group", "the watchdog"),
    ),
    ("gazprom", "Gazprom", ("the company", "the firm", "the Russian company")),
    (
        "x-orontes-relief-network",
        "The Orontes Relief Network",
        ("the network", "the organisation", "the same group"),
    ),
    ("un-security-council", "The UN Security Council", ("the council", "the 15-member council")),
    ("international-court-of-justice", "The International Court of Justice", ("the court",)),
)
FORCES = (
    (
        "ahrar-al-sham",
        "Ahrar al-Sham",
        ("the group", "the faction", "the Islamist faction", "the armed group", "the militants"),
    ),
    ("turkish-armed-forces", "The Turkish army", ("the army",)),
    ("x-qalamoun-martyrs-brigade", "The Qalamoun Martyrs Brigade", ("the brigade", "the faction")),
)
PEOPLE = (
    ("sergei-lavrov", "Sergei Lavrov", ("the Russian minister", "the top Russian diplomat")),
    ("geir-pedersen", "Geir Pedersen", ("the UN envoy", "the veteran diplomat")),
    ("recep-tayyip-erdogan", "Recep Tayyip Erdogan", ("the Turkish leader",)),
)
RUSSIAN_BODIES = (
    ("unicef", "ЮНИСЕФ опубликовал", (("агентство", "о"), ("организация", "а"))),
    ("gazprom", "Газпром опубликовал", (("компания", "а"), ("российская компания", "а"))),
    ("arab-league", "Лига арабских государств опубликовала", (("организация", "а"), ("лига", "а"))),
    ("un-security-council", "Совет Безопасности ООН опубликовал", (("совет", ""),)),
    ("hayat-tahrir-al-sham", "«Хайят Тахрир аш-Шам» опубликовала", (("группировка", "а"),)),
    ("sergei-lavrov", "Сергей Лавров опубликовал", (("российский министр", ""), ("дипломат", ""))),
)


def _name(actor_id: str, form: str, frame: str) -> str:
    return f"{frame}-{actor_id}-{form}".replace(" ", "-").lower()


def _one_act() -> list[CastReading]:
    condemns = [
        cast(
            _name(actor_id, form, "condemned"),
            f"{name} issued a plan on Sunday. On Monday {form} condemned Iran.",
            "ACCUSE",
            f"{actor_id}:s",
            "irn:t",
        )
        for actor_id, name, forms in (*BODIES, *FORCES, *PEOPLE)
        for form in forms
    ]
    shells = [
        cast(
            _name(actor_id, form, "shelled-by"),
            f"{name} opened an office on Sunday. On Monday a hospital in Idlib was shelled by"
            f" {form}.",
            "ASSAULT",
            f"{actor_id}:s",
        )
        for actor_id, name, forms in FORCES
        for form in forms
    ]
    russian = [
        cast(
            _name(actor_id, form, "осудил"),
            f"{name} в воскресенье доклад. В понедельник {form} осудил{ending} Иран.",
            "ACCUSE",
            f"{actor_id}:s",
            "irn:t",
        )
        for actor_id, name, forms in RUSSIAN_BODIES
        for form, ending in forms
    ]
    return condemns + shells + russian


# Pronouns, and those whom one sentence names together.
TAKEN_UP: tuple[CastReading, ...] = (
    cast(
        "it-is-whom-the-sentence-before-is-about",
        "Ahrar al-Sham opened an office on Sunday. On Monday it shelled a hospital in Idlib.",
        "ASSAULT",
        "ahrar-al-sham:s",
    ),
    cast(
        "its-attack-is-of-whom-the-sentence-before-is-about",
        "Ahrar al-Sham opened an office on Sunday. On Monday its attack on a hospital in Idlib"
        " killed ten people.",
        "ASSAULT",
        "ahrar-al-sham:s",
    ),
    cast(
        "they-are-the-two-states-that-open-the-sentence-before",
        "Jordan and Iraq marked a holiday on Sunday. On Monday they delivered food to Homs.",
        "AID",
        "jor:s",
        "irq:s",
    ),
    cast(
        "both-countries-are-not-the-one-that-condemns-them",
        "Jordan and Oman marked a holiday on Sunday. On Monday Iran condemned both countries.",
        "ACCUSE",
        "irn:s",
        "jor:t",
        "omn:t",
    ),
    cast(
        "она-это-та-о-ком-предложение-перед-ней",
        "ОЗХО в воскресенье опубликовала доклад. В понедельник она осудила Иран.",
        "ACCUSE",
        "opcw:s",
        "irn:t",
    ),
    cast(
        "он-это-человек-если-он-назван-последним",
        "Иордания в воскресенье приняла Сергея Лаврова. В понедельник он осудил Иран.",
        "ACCUSE",
        "sergei-lavrov:s",
        "irn:t",
    ),
    cast(
        "они-это-двое-из-предложения-перед-ними",
        "Иордания и Ирак в воскресенье отметили праздник. В понедельник они осудили Иран.",
        "ACCUSE",
        "jor:s",
        "irq:s",
        "irn:t",
    ),
    cast(
        "страны-это-те-что-названы-вместе",
        "Иордания и Ирак в воскресенье отметили праздник. В понедельник страны осудили Иран.",
        "ACCUSE",
        "jor:s",
        "irq:s",
        "irn:t",
    ),
    cast(
        "оба-министра-названы-перед-ними",
        "Сергей Лавров и Айман Сафади прибыли в Женеву. В понедельник оба министра осудили Иран.",
        "ACCUSE",
        "sergei-lavrov:s",
        "ayman-safadi:s",
        "irn:t",
    ),
    cast(
        "глава-мид-это-тот-кто-назван",
        "Сергей Лавров прибыл в Женеву. В понедельник глава МИД осудил Иран.",
        "ACCUSE",
        "sergei-lavrov:s",
        "irn:t",
    ),
    cast(
        "глава-внешнеполитического-ведомства-назван-по-стране",
        "В Женеве прошла встреча. В понедельник глава российского внешнеполитического ведомства"
        " осудил Иран, сообщили 5 мая 2017 года в Женеве.",
        "ACCUSE",
        "sergei-lavrov:s",
        "irn:t",
    ),
)

# Whom nobody can tell, and who is somebody else than the sentence's subject.
OTHERS: tuple[CastReading, ...] = (
    cast(
        "a-minister-is-not-the-one-who-met-him",
        "Sergei Lavrov arrived in Amman. On Monday Ayman Safadi met the Russian minister.",
        "CONSULT",
        "sergei-lavrov:p",
        "ayman-safadi:p",
    ),
    cast(
        "of-two-groups-in-one-breath-nobody-knows-which",
        "On Sunday journalists wrote about Jaysh al-Islam and Ahrar al-Sham. On Monday the"
        " faction shelled a hospital in Idlib.",
        "ASSAULT",
    ),
    cast(
        "a-company-of-another-nation-is-not-meant",
        "Gazprom issued a plan on Sunday. On Monday the Turkish company condemned Iran.",
        "ACCUSE",
        "irn:t",
    ),
    cast(
        "a-group-that-is-named-behind-its-noun",
        "Oxfam issued a plan on Sunday. On Monday the group Ahrar al-Sham condemned Iran.",
        "ACCUSE",
        "ahrar-al-sham:s",
        "irn:t",
    ),
    cast(
        "a-group-of-states-is-no-charity",
        "Oxfam issued a plan on Sunday. On Monday the group of neighbours condemned Iran.",
        "ACCUSE",
        "irn:t",
    ),
    cast(
        "группировка-войск-никого-не-повторяет",
        "Ахрар аш-Шам в воскресенье опубликовала план. В понедельник группировка войск"
        " обстреляла больницу в Идлибе.",
        "ASSAULT",
    ),
)

DESCRIPTION_READINGS: tuple[CastReading, ...] = (*_one_act(), *TAKEN_UP, *OTHERS)
