"""Acts that one text tells in two sentences, and those that are two: all that each text tells."""

from tests.rules.typings import Typing, article, daily, daily_ru

RETELLINGS: tuple[Typing, ...] = (
    # who signs, signs for his state
    article(
        "Russia and Iran signed a memorandum on fisheries on Tuesday. It was prepared for months."
        " Sergei Lavrov and his counterpart Javad Zarif signed the memorandum in Tehran.",
        "AGREE",
    ),
    article(
        "France reopened its embassy in Damascus on 4 May 2019. There were speeches. Jean-Yves Le"
        " Drian reopened the embassy in Damascus.",
        "COOPERATE",
    ),
    # but other states, and others who are no states, agree on something else
    article(
        "Russia and Iran signed a memorandum on fisheries on Tuesday. Sergei Lavrov and Mevlut"
        " Cavusoglu signed an agreement on trade.",
        "AGREE",
        "AGREE",
    ),
    article(
        "Jordan and UNICEF signed a memorandum on schools on Tuesday. Ayman Safadi and the World"
        " Bank signed an agreement on roads.",
        "AGREE",
        "AGREE",
    ),
    # "the meeting held on" a day is the one told before, and that is its day
    article(
        "Angela Merkel and Hassan Rouhani had a meeting at the Elysee. Details about the meeting"
        " held on 13 September 2019 were published a day later.",
        "CONSULT",
    ),
    article(
        "Angela Merkel and Hassan Rouhani had talks in Vienna. The talks that took place on"
        " Friday went on for four hours.",
        "CONSULT",
    ),
    # "a meeting" is another
    article(
        "Angela Merkel and Hassan Rouhani met in Vienna on 3 May 2019. Angela Merkel and Emmanuel"
        " Macron had a meeting on 9 May 2019.",
        "CONSULT",
        "CONSULT",
    ),
    # what an action was: who was given what
    daily(
        "Within 24 hours the Centre held 2 humanitarian actions. Inhabitants were given 640 food"
        " sets.",
        "AID",
    ),
    daily(
        "A humanitarian action was carried out by the Centre. Residents of Salamiyah received 300"
        " food sets.",
        "AID",
    ),
    daily_ru(
        "За сутки Центр провел гуманитарную акцию в Пальмире. Жителям выдали 420 наборов.",
        "AID",
    ),
    # but not each of several places, nor whom doctors saw, nor what others gave
    daily(
        "Within 24 hours the Centre held 2 humanitarian actions. Residents of Salamiyah received"
        " 300 food sets.",
        "AID",
        "AID",
    ),
    daily(
        "Within 24 hours the Centre held a humanitarian action. Military medics gave medical"
        " assistance to 40 people.",
        "AID",
        "AID",
    ),
    # a lead, and what it sums up
    daily(
        "Over the past day Jabhat al-Nusra has shelled the Idlib de-escalation zone seven times."
        " Seven shelling attacks by Jabhat al-Nusra were registered in the Idlib de-escalation"
        " zone.",
        "ASSAULT",
    ),
)
