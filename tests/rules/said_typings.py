"""Of which types is what somebody says: opinions are statements, figures are observations."""

from tests.rules.typings import Typing, article, daily, report

SAID_TYPINGS: tuple[Typing, ...] = (
    # what one thinks, hopes or expects is stated
    article('"Roads alone will not bring the villages back," Filippo Grandi said.', "STATEMENT"),
    article("Filippo Grandi hopes that the schools will be open in autumn.", "STATEMENT"),
    article("«Зима в горах была тяжелой», - сказал Антониу Гутерриш.", "STATEMENT"),
    # a figure that is given is an observation of whoever gives it
    article('"We have 214 tents in the camp," Filippo Grandi said.'),
    article("Filippo Grandi added that 1,300 families live in the camp."),
    article("The camp, Filippo Grandi hopes, will have room for 900 families."),
    article("«В лагере живут 1 300 семей», - сказал Антониу Гутерриш."),
    # but the day on which it is given makes it news
    article("On 4 May 2019 Filippo Grandi said that 1,300 families live in the camp.", "STATEMENT"),
    # and another sentence of the same speaker may hold an opinion
    article(
        "Filippo Grandi said that 1,300 families live in the camp. The Council met in Geneva on"
        ' 4 May 2019. "Roads alone will not bring the villages back," Filippo Grandi said.',
        "CONSULT",
        "STATEMENT",
    ),
    # a year and an hour count nothing
    article('"Nobody has forgotten the winter of 2016," Filippo Grandi said.', "STATEMENT"),
    # bulletins give figures day by day
    report("On 4 May UNHCR said that 1,300 families live in the camp of Atmeh."),
    daily('"In Palmyra 214 houses have light again," the general added.'),
    report('"Roads alone will not bring the villages back," Filippo Grandi said.', "STATEMENT"),
    # who asks says nothing, and who explains a word tells no act
    article("Did Turkey shell Kobani on 4 May 2019?"),
    article("QUESTION: Russia bombed Idlib on 4 May 2019, right?"),
    article("Was Idlib hit again? Turkey shelled Kobani on 4 May 2019.", "ASSAULT"),
    article("Турция ли обстреляла Кобани 4 мая 2019 года?"),
    article("Why did Turkey shell Kobani on 4 May 2019?", "ASSAULT"),
    article(
        'Iraqi officials often use the word "settled" of fighters who surrendered or were killed.'
    ),
    # ", deputy head of the centre Lee told": what was told stands before the office
    article(
        "Gunmen shelled the village of Kabani in Latakia province, deputy head of the Russian"
        " Centre for Reconciliation Major General Oleg Zhuravlev told a briefing on Wednesday.",
        "ASSAULT",
    ),
    # "on Feb. 15": one clause
    article(
        "U.S. Central Command forces conducted a raid in Hasakah on Feb. 15, capturing four ISIS"
        " members.",
        "ASSAULT",
    ),
    # what nobody does kills and is no attack, however far its clause stands behind it
    article("The earthquake of 6 May 2019 that killed 210 people was felt in Hama."),
    article("The air strike of 6 May 2019 that killed 21 people was heard in Hama.", "ASSAULT"),
    # who takes part in an action of aid gives aid
    article("On 4 May 2019 Russia participated in a humanitarian action in Duma.", "AID"),
    article("On 4 May 2019 Russia participated in a chess tournament in Duma."),
)
