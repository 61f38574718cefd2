"""Who takes part in an event and where it was, where its own clause does not say it outright."""

from tests.rules.event_readings import DATELINE, EventReading, told

PARTY_READINGS: tuple[EventReading, ...] = (
    EventReading(
        "him-is-the-subject-before",
        "Sergei Lavrov came to Ankara. Mevlut Cavusoglu met him on 5 May 2019.",
        told("CONSULT", "mevlut-cavusoglu:p", "sergei-lavrov:p", date="2019-05-05", place="Ankara"),
    ),
    EventReading(
        "between-him-and-another",
        "Jim Mattis said he was considering a meeting between him and Sergei Shoigu.",
        told("CONSULT", "jim-mattis:p", "sergei-shoigu:p", modality="planned"),
    ),
    EventReading(
        "the-unnamed-army-is-the-syrian-one",
        "The army shelled Saraqib on 5 May 2019.",
        told("ASSAULT", "syrian-arab-army:s", date="2019-05-05", place="Saraqib"),
    ),
    EventReading(
        "its-jets-are-those-of-the-state-told-before",
        "Israel stayed silent. On 5 May 2019 its jets bombed Homs.",
        told("ASSAULT", "isr:s", date="2019-05-05", place="Homs"),
    ),
    EventReading(
        "a-make-of-aircraft-parts-no-adjective-from-its-noun",
        "A Russian Su-24 aircraft bombed Saraqib on 5 May 2019.",
        told("ASSAULT", "rus:s", date="2019-05-05", place="Saraqib"),
    ),
    EventReading(
        "police-act-for-their-state",
        "German police arrested two men in Berlin on 5 May 2019.",
        told("COERCE", "deu:s", date="2019-05-05", place="Berlin"),
    ),
    EventReading(
        "the-verb-behind-a-relative-clause-has-the-subject-before-it",
        "The Syrian National Army, which Turkey backs, shelled Azaz on 5 May 2019.",
        told("ASSAULT", "syrian-national-army:s", date="2019-05-05", place="Azaz"),
    ),
    EventReading(
        "who-drafts-is-rejected",
        "China vetoed a resolution co-sponsored by Germany and Belgium on 5 May 2019.",
        told("REJECT", "chn:s", "deu:t", "bel:t", date="2019-05-05"),
    ),
    EventReading(
        "who-votes-against-rejects",
        "The Security Council voted down the draft on 5 May 2019. Three members were against"
        " (France, Germany, Belgium), and two abstained (Niger, Tunisia).",
        told(
            "REJECT",
            "un-security-council:s",
            "fra:s",
            "deu:s",
            "bel:s",
            date="2019-05-05",
        ),
    ),
    EventReading(
        "who-plans-to-sign-signs",
        "Russia and Syria plan to sign an agreement in Sochi.",
        told("AGREE", "rus:p", "syr:p", place="Sochi", modality="planned"),
    ),
    EventReading(
        "a-joint-commission-is-two-states",
        "The Russian-Syrian intergovernmental commission met in Moscow on 5 May 2019.",
        told(
            "CONSULT",
            "russian-syrian-intergovernmental-commission:p",
            "rus:p",
            "syr:p",
            date="2019-05-05",
            place="Moscow",
        ),
    ),
    EventReading(
        "a-city-and-a-state-are-no-list",
        "The ministers spoke in Amman, and Jordan signed a pact with Iraq on 5 May 2019.",
        told("AGREE", "jor:p", "irq:p", date="2019-05-05", place="Amman"),
    ),
    EventReading(
        "an-office-in-front-of-a-comma-is-whose-it-is",
        "Antonio Guterres met Sergei Lavrov. The Secretary-General thanked Turkey for its help.",
        told("SUPPORT", "antonio-guterres:s", "tur:t"),
    ),
    EventReading(
        "speech-at-a-meeting-is-where-the-meeting-is",
        f"{DATELINE}Sergei Lavrov met Bashar al-Assad in Damascus on 9 January 2020."
        " Lavrov thanked Iran for its help.",
        told("SUPPORT", "sergei-lavrov:s", "irn:t", date="2020-01-09", place="Damascus (city)"),
    ),
    EventReading(
        "a-topic-is-no-place",
        "Sergei Lavrov and Mevlut Cavusoglu discussed the situation in Idlib on 5 May 2019.",
        told("CONSULT", "sergei-lavrov:p", "mevlut-cavusoglu:p", date="2019-05-05"),
    ),
    EventReading(
        "who-hosts-is-the-place",
        "Saudi Arabia hosted a summit on 5 May 2019.",
        told("CONSULT", "sau:p", date="2019-05-05", place="Saudi Arabia"),
    ),
    EventReading(
        "no-comment-is-no-refusal",
        "Joseph Dunford declined to comment on the letter.",
        None,
        absent="REJECT",
    ),
    EventReading(
        "a-general-of-the-army-sends-no-army",
        "General of the Army Sergei Shoigu sent a letter to Staffan de Mistura on 5 May 2019.",
        None,
        absent="MOBILIZE",
    ),
)
