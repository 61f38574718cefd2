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
        "On Sunday journalists wrote about Jaysh al-Islam and Ahrar al-Sham. On Monday Iran was"
        " condemned, and the faction shelled a hospital in Idlib.",
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

DESCRIPTION_READINGS: tuple[CastReading, ...] = (*_one_act(), *OTHERS)
