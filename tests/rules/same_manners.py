"""Two documents each, and the events that both tell: pages without a date, and by what means."""

from tests.rules.same_events import SameEvent

# What a page without a date tells, by its sum, its words or who met there.
OF_NO_DATE: tuple[SameEvent, ...] = (
    SameEvent(
        "a-deal-by-its-sum-on-a-page-without-a-date",
        "RIYADH, March 3, 2024 (Wire) - Saudi Arabia and Syria signed on Sunday a contract worth"
        " $347 million for a water plant.",
        "Saudi Arabia and Syria have signed a contract of $347 million for a water plant.",
        ("AGREE",),
    ),
    SameEvent(
        "a-gift-by-its-sum-and-subject-on-a-page-without-a-date",
        "OSLO, May 7, 2022 (Wire) - Norway pledged $63 million on Saturday for schools in camps of"
        " Syrian refugees.",
        "Norway has pledged $63 million for camps of Syrian refugees and their schools.",
        ("PROMISE",),
    ),
    SameEvent(
        "two-gifts-of-one-sum",
        "OTTAWA, June 4, 2022 (Wire) - Canada pledged $72 million on Saturday for schools in camps"
        " of Syrian refugees.",
        "Canada has pledged $72 million for a tunnel and two bridges in Morocco.",
    ),
    SameEvent(
        "two-gifts-of-one-sum-for-two-countries",
        "LONDON, February 6, 2019 (Wire) - Britain pledged $45 million on Wednesday for vaccines"
        " and clinics in Lebanon.",
        "Britain pledged $45 million for vaccines and clinics in Yemen.",
    ),
    SameEvent(
        "a-strike-and-another-on-a-page-without-a-date",
        "DAMASCUS, July 5, 2023 (Wire) - Israeli jets struck the airport of Damascus on Wednesday.",
        "Israeli jets struck the airport of Damascus again and killed two soldiers.",
    ),
    SameEvent(
        "three-ministers-on-a-page-without-a-date",
        "BAGHDAD, June 27, 2021 (Wire) - Abdel Fattah el-Sisi, Mustafa al-Kadhimi and Abdullah II"
        " met in Baghdad on Sunday.",
        "In Baghdad Mustafa al-Kadhimi held talks with Abdullah II and Abdel Fattah el-Sisi.",
        ("CONSULT",),
    ),
)

# By what, whom by his trade, and who was on the move.
MANNERS: tuple[SameEvent, ...] = (
    SameEvent(
        "a-raid-by-its-means",
        "IDLIB, May 14, 2019 (Wire) - Air strikes killed nine people in Kafr Nabl on Tuesday.",
        "BEIRUT, May 15, 2019 (Wire) - Russian warplanes bombed a market in Kafr Nabl on Tuesday.",
        ("ASSAULT",),
    ),
    SameEvent(
        "shells-and-warplanes-in-a-town-on-a-day",
        "IDLIB, May 21, 2019 (Wire) - Shells hit a market in Sarmin on Tuesday.",
        "BEIRUT, May 22, 2019 (Wire) - Russian warplanes bombed a market in Sarmin on Tuesday.",
    ),
    SameEvent(
        "an-arrest-by-the-trade-of-the-arrested",
        "DAMASCUS, April 6, 2018 (Wire) - Police in Damascus arrested a Belgian journalist on"
        " Friday.",
        "BRUSSELS, April 6, 2018 (Wire) - A Belgian reporter was detained in the Syrian capital on"
        " Friday.",
        ("COERCE",),
    ),
    SameEvent(
        "a-patrol-as-work-in-common-and-as-a-move-of-troops",
        "ANKARA, June 9, 2020 (Wire) - On Tuesday Turkey and Russia held a joint patrol in Idlib.",
        "IDLIB, June 9, 2020 (Wire) - Russian and Turkish troops patrolled Idlib on Tuesday.",
        ("COOPERATE",),
    ),
    SameEvent(
        "a-patrol-and-an-attack-on-one",
        "ANKARA, June 23, 2020 (Wire) - On Tuesday Turkey and Russia held a joint patrol in Idlib.",
        "IDLIB, June 23, 2020 (Wire) - Russian and Turkish soldiers were wounded in Idlib on"
        " Tuesday by a roadside bomb.",
    ),
    SameEvent(
        "a-town-taken-by-somebody-and-by-nobody",
        "BEIRUT, February 5, 2020 (Wire) - Syrian troops seized Saraqib on Wednesday.",
        "LATAKIA, February 5, 2020 (Wire) - Army units took control of Saraqib on Wednesday.",
        ("ASSAULT",),
    ),
    SameEvent(
        "an-appeal-of-one-man-on-one-day-by-its-subject",
        "NEW YORK, March 16, 2018 (Wire) - UN chief Antonio Guterres called on Friday for an"
        " immediate ceasefire in Eastern Ghouta.",
        "GENEVA, March 16, 2018 (Wire) - UN Secretary-General Antonio Guterres urged all parties"
        " on Friday to cease fire at once in Eastern Ghouta.",
        ("REQUEST",),
    ),
    SameEvent(
        "two-appeals-of-one-man-on-one-day",
        "NEW YORK, June 4, 2021 (Wire) - Antonio Guterres called on Friday for an end to air"
        " strikes on hospitals in Idlib.",
        "NEW YORK, June 4, 2021 (Wire) - Antonio Guterres called on Friday for the release of"
        " detainees in Syria.",
    ),
    SameEvent(
        "two-gifts-on-one-day",
        "BRUSSELS, April 25, 2018 (Wire) - The European Union pledged 60 million euros on Wednesday"
        " for schools in Lebanon.",
        "BRUSSELS, April 25, 2018 (Wire) - The European Union pledged 35 million euros on Wednesday"
        " for water networks in Jordan.",
    ),
    SameEvent(
        "sanctions-of-one-day-on-two",
        "BRUSSELS, October 15, 2021 (Wire) - The European Union imposed sanctions on two Syrian"
        " bankers on Friday.",
        "BRUSSELS, October 15, 2021 (Wire) - The European Union imposed sanctions on a Belarusian"
        " airline on Friday.",
    ),
    SameEvent(
        "two-resolutions-of-one-day",
        "NEW YORK, June 29, 2018 (Wire) - The Security Council adopted a resolution on peacekeepers"
        " and their posts in the Golan on Friday.",
        "NEW YORK, June 29, 2018 (Wire) - The Security Council adopted a resolution on the arms"
        " embargo against Sudan on Friday.",
    ),
    SameEvent(
        "a-resolution-in-other-words",
        "NEW YORK, July 11, 2020 (Wire) - The Security Council approved a German-Belgian"
        " resolution on aid through one crossing on Saturday.",
        "NEW YORK, July 12, 2020 (Wire) - The UN Security Council adopted late on Saturday a"
        " resolution that keeps one border crossing open for aid.",
        ("AGREE",),
    ),
    SameEvent(
        "sanctions-by-their-subject-on-the-day-after",
        "WASHINGTON, July 28, 2021 (Wire) - The United States imposed sanctions on eight Syrian"
        " prisons on Wednesday.",
        "BEIRUT, July 29, 2021 (Wire) - The US Treasury sanctioned eight prisons in Syria and five"
        " officials.",
        ("SANCTION",),
    ),
    SameEvent(
        "a-conference-and-a-meeting-beside-it",
        "DAMASCUS, November 9, 2016 (Wire) - Damascus will hold a conference on November 11.",
        "DAMASCUS, November 11, 2016 (Wire) - On the sidelines of the opening Faisal Mekdad met"
        " Gao Yan in Damascus.",
    ),
    SameEvent(
        "two-agreements-of-two-states-in-two-scripts",
        "MOSCOW, May 16, 2016 (Wire) - Russia and Armenia agreed that the congress was useful.",
        "МОСКВА, 19 мая 2016 года. Россия и Армения подписали меморандум о науке.",
    ),
    SameEvent(
        "praise-of-two-things-in-one-story",
        "OSLO, April 3, 2024 (Wire) - Norway and Chad signed an accord of nine points on the port"
        " of Tromso in Oslo on Wednesday. Espen Barth Eide praised the fishermen as patient.",
        "OSLO, April 4, 2024 (Wire) - Norway and Chad signed in Oslo on Wednesday an accord of nine"
        " points on the port of Tromso. Espen Barth Eide commended its harbour pilots.",
        ("AGREE",),
    ),
    SameEvent(
        "attacks-of-one-army-in-a-year",
        "THE HAGUE, May 6, 2021 (Wire) - In 2014 the Syrian army shelled Saraqib with chlorine.",
        "AMMAN, June 9, 2014 (Wire) - In May the Syrian army seized the border posts.",
    ),
)

SAME_MANNERS = (*OF_NO_DATE, *MANNERS)
