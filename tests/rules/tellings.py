"""Who says a figure and who counted it: the rules of attribution, a short text each."""

from dataclasses import dataclass

SOHR = "syrian-observatory-for-human-rights"


@dataclass(frozen=True)
class ToldFigure:
    """A figure that must be read, with its speakers.

    Attributes:
        value: Of the figure.
        said_by: Actor id of who says it, None for nobody.
        counted_by: Actor id of who counted it, None where the text does not say.
        modality: As in fct_observations.
    """

    value: float
    said_by: str | None
    counted_by: str | None
    modality: str = "happened"


@dataclass(frozen=True)
class Telling:
    """Lines of a document and the figures in them, in order.

    Attributes:
        name: The rule.
        text: The lines below the title.
        told: All figures.
        kind: Of the document.
        title: Its first lines, None where they do not matter.
    """

    name: str
    text: str
    told: tuple[ToldFigure, ...]
    kind: str = "article"
    title: str | None = None


def _same(value: float, actor: str, modality: str = "happened") -> ToldFigure:
    return ToldFigure(value, actor, actor, modality)


TELLINGS: tuple[Telling, ...] = (
    Telling("nobody", "At least 27 people were killed in Aleppo.", (ToldFigure(27, None, None),)),
    Telling(
        "the-first-of-a-list-of-givers-says-its-own-sum-alone",
        "Germany announced €1.4 billion, Britain £400 million.",
        (
            _same(1.4e9, "deu"),
            ToldFigure(400e6, None, None),
        ),
    ),
    Telling(
        "parts-come-from-whom-their-total-does",
        "The Russian Centre for Reconciliation held a briefing in Moscow.\n\n"
        "The Turkish party of the joint commission registered 7 cases of firing in the provinces of"
        " Homs (5) and Hama (2).",
        (
            _same(7, "tur"),
            _same(5, "tur"),
            _same(2, "tur"),
        ),
    ),
    Telling(
        "speaker-behind",
        "At least 27 people were killed in Aleppo, UNICEF said.",
        (_same(27, "unicef"),),
    ),
    Telling(
        "speaker-before",
        "The Syrian Observatory for Human Rights said 27 people were killed in Aleppo.",
        (_same(27, SOHR),),
    ),
    Telling(
        "said-in-a-note",
        "Rations for 4,300 people were brought to Sarmada, OCHA said in a note to correspondents.",
        (_same(4300, "ocha"),),
    ),
    Telling(
        "official-is-no-counter",
        "Some 2,000 people return to Syria every day, Mikhail Mizintsev said on Monday.",
        (ToldFigure(2000, "mikhail-mizintsev", None),),
    ),
    Telling(
        "relayed",
        "At least 27 people were killed in Aleppo, Al-Manar reported, quoting the Syrian army.",
        (ToldFigure(27, "al-manar", "syrian-arab-army"),),
    ),
    Telling(
        "counted-by",
        "The sum stayed below the $10 billion target set by the UN.",
        (_same(10e9, "united-nations", "needed"),),
    ),
    Telling(
        "put-at",
        "In July 2017 the World Bank put the losses in output at $226 billion.",
        (_same(226e9, "world-bank", "estimated"),),
    ),
    Telling(
        "counting-verb",
        "UNHCR has registered 14,300 refugees in Lebanon since May.",
        (_same(14300, "unhcr"),),
    ),
    Telling(
        "estimate-of",
        "A UN estimate of $250 billion for the reconstruction of Syria has been widely quoted.",
        (_same(250e9, "united-nations", "estimated"),),
    ),
    Telling(
        "estimate-by",
        "By an estimate of the World Bank, rebuilding the country will take $250 billion.",
        (_same(250e9, "world-bank", "estimated"),),
    ),
    Telling(
        "figures-of",
        "Exports fell to $700 million, by the figures of UNICEF; OCHA puts them at $900 million.",
        (_same(700e6, "unicef"), _same(900e6, "ocha")),
    ),
    Telling(
        "goes-on-in-the-paragraph",
        "UNICEF said that shells had hit the town. The strikes killed 12 children.",
        (_same(12, "unicef"),),
    ),
    Telling(
        "ends-with-the-paragraph",
        "UNICEF said that shells had hit the town.\n\nThe strikes killed 12 children.",
        (ToldFigure(12, None, None),),
    ),
    Telling(
        "turns-to-another",
        "UNICEF said that shells had hit the town. Iran, for its part, signed 11 agreements.",
        (ToldFigure(11, None, None),),
    ),
    Telling(
        "hearsay",
        "UNICEF said that shells had hit the town. At least 12 children are said to have died.",
        (ToldFigure(12, None, None),),
    ),
    Telling(
        "unnamed-estimates",
        "Mikhail Mizintsev said that aid would go to Syria, which by some estimates has suffered"
        " damages of $400 billion.",
        (ToldFigure(400e9, None, None, "estimated"),),
    ),
    Telling(
        "participle",
        "Sergei Lavrov praised the deal, noting that 35 agreements had been signed.",
        (ToldFigure(35, "sergei-lavrov", None),),
    ),
    Telling(
        "he-added",
        "The fighting has stopped, Sergei Lavrov said. Last year 800 trucks used that crossing,"
        " he added.",
        (ToldFigure(800, "sergei-lavrov", None),),
    ),
    Telling(
        "quotation-goes-on",
        "“The town is in ruins,” said Sergei Lavrov. “It is empty.”\n\n“We have counted 1,200"
        " ruined houses.”",
        (ToldFigure(1200, "sergei-lavrov", None),),
    ),
    Telling(
        "denied",
        "Moscow denies that its planes killed 12 civilians in Idlib.",
        (_same(12, "rus", "denied"),),
    ),
    Telling(
        "pledge-is-no-saying",
        "Germany pledged $500 million for Syrian refugees.",
        (ToldFigure(500e6, None, None, "promised"),),
    ),
    Telling(
        "appeal",
        "The UN appealed for $4.4 billion in February.",
        (_same(4.4e9, "united-nations", "needed"),),
    ),
    Telling(
        "between-two-of-his-sentences",
        "Mark Lowcock said that 134 civilians had been killed. The UN had sent 1,227 trucks with"
        " aid across the border. He called for a ceasefire.",
        (ToldFigure(134, "mark-lowcock", None), ToldFigure(1227, "mark-lowcock", None)),
    ),
    Telling(
        "russian-source",
        "По данным ООН, в Идлибе погибли 12 человек.",
        (_same(12, "united-nations"),),
    ),
    Telling(
        "russian-speaker",
        "В Сирию вернулись 1200 беженцев, сообщил Михаил Мизинцев.",
        (ToldFigure(1200, "mikhail-mizintsev", None),),
    ),
    Telling(
        "russian-count",
        "ООН насчитала 800 погибших в Идлибе.",
        (_same(800, "united-nations"),),
    ),
    *(
        Telling(f"frame-{number}", text, (_same(4300, "unicef"),))
        for number, text in enumerate(
            (
                "Data of UNICEF show that food aid had reached 4,300 people in Idlib.",
                "UNICEF data show that food aid had reached 4,300 people in Idlib.",
                "Figures released by UNICEF show that food aid had reached 4,300 people in Idlib.",
                "The figures, published by UNICEF, show that 4,300 people had been given food aid.",
                "As per UNICEF, food aid had reached 4,300 people in Idlib.",
                "UNICEF: food aid has reached 4,300 people in Idlib.",
                "Food aid has reached 4,300 people in Idlib (source: UNICEF).",
                "Food aid has reached 4,300 people in Idlib (UNICEF).",
            )
        )
    ),
    Telling(
        "quoted-at-the-head",
        "Quoting UNICEF, Reuters said food aid had reached 4,300 people in Idlib.",
        (ToldFigure(4300, "reuters", "unicef"),),
    ),
    Telling(
        "speaks-for-his-body",
        "Food aid had reached 4,300 people, said Mark Cutts, coordinator of UNICEF in Idlib.",
        (ToldFigure(4300, "mark-cutts", "unicef"),),
    ),
    Telling(
        "spoke-of",
        "The Syrian Observatory for Human Rights put the toll at 23. The White Helmets, who dig in"
        " the town, spoke of 17 dead.",
        (_same(23, SOHR), _same(17, "white-helmets")),
    ),
    Telling(
        "label-of-a-side",
        "Russian forces: 93 civilians killed in Idlib.",
        (ToldFigure(93, None, None),),
    ),
    Telling(
        "abbreviation-in-brackets",
        "Some 4,300 people got food aid in a town of the Norwegian Refugee Council (NRC).",
        (ToldFigure(4300, None, None),),
    ),
    Telling(
        "issuer-in-the-title",
        "Five people were killed in Idlib.",
        (ToldFigure(5, None, "white-helmets"),),
        "bulletin",
        "Syria Civil Defence (White Helmets)\nWeekly report, 3 May 2020",
    ),
)
