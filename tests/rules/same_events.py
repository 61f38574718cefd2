"""Two documents each, and the events that both tell: the rules of `occurrence_id` on real texts.

Where they tell none, they tell events of a series: what happens again must not be counted as one.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class SameEvent:
    """Two documents.

    Attributes:
        name: The rule.
        one, other: Their lines below the title.
        shared: The type of each event that both tell, one for each event, sorted.
        titles: The lines above them.
    """

    name: str
    one: str
    other: str
    shared: tuple[str, ...] = ()
    titles: tuple[str, str] = ("News of the day", "Other news of the day")


APART: tuple[SameEvent, ...] = (
    SameEvent(
        "shelling-of-successive-days",
        "HAMA, March 4, 2013 (Wire) - Shells hit Kafr Zita on Monday and killed three people.",
        "HAMA, March 5, 2013 (Wire) - Shells hit Kafr Zita on Tuesday and killed three people.",
    ),
    SameEvent(
        "shelling-of-a-day-and-of-days-after",
        "IDLIB, April 8, 2014 (Wire) - Government artillery shelled Binnish on Tuesday.",
        "IDLIB, April 11, 2014 (Wire) - Government artillery shelled Binnish. Two were wounded.",
    ),
    SameEvent(
        "two-meetings-in-one-month",
        "AMMAN, June 3, 2013 (Wire) - Sergei Lavrov met John Kerry in Amman on Monday.",
        "PARIS, June 24, 2013 (Wire) - Sergei Lavrov met John Kerry in Amman on Sunday.",
    ),
    SameEvent(
        "a-call-and-a-meeting",
        "ANKARA, October 16, 2014 (Wire) - Hassan Rouhani and Recep Tayyip Erdogan met in Ankara on"
        " Thursday.",
        "TEHRAN, October 16, 2014 (Wire) - A month later Hassan Rouhani phoned Recep Tayyip"
        " Erdogan.",
    ),
    SameEvent(
        "two-calls-in-one-week",
        "MOSCOW, October 6, 2014 (Wire) - Vladimir Putin and Hassan Rouhani discussed Syria by"
        " telephone on Monday.",
        "MOSCOW, October 9, 2014 (Wire) - Vladimir Putin and Hassan Rouhani discussed Syria by"
        " telephone on Thursday.",
    ),
    SameEvent(
        "patrols-of-a-series",
        "ANKARA, June 16, 2020 (Wire) - Turkey and Russia held their 16th joint patrol on the M4 in"
        " Idlib, the ministry said on Tuesday.",
        "ANKARA, June 25, 2020 (Wire) - Turkey and Russia held their 18th joint patrol on the M4 in"
        " Idlib, the ministry said on Thursday.",
    ),
    SameEvent(
        "patrols-of-one-week",
        "ANKARA, July 7, 2020 (Wire) - Turkey and Russia held their 20th joint patrol on the M4"
        " in Idlib.",
        "ANKARA, July 9, 2020 (Wire) - Turkey and Russia held their 21st joint patrol on the M4"
        " in Idlib.",
    ),
    SameEvent(
        "resolutions-that-extend-a-mandate",
        "NEW YORK, December 22, 2017 (Wire) - On 21 December 2017 the Security Council adopted"
        " resolution 2394 and extended the mandate of UNDOF by six months.",
        "NEW YORK, December 22, 2018 (Wire) - On 21 December 2018 the Security Council adopted"
        " resolution 2450 and extended the mandate of UNDOF by six months.",
    ),
    SameEvent(
        "statements-of-one-spokesman",
        "MOSCOW, May 12, 2015 (Wire) - On Tuesday Maria Zakharova condemned the shelling of the"
        " Russian embassy in Damascus.",
        "MOSCOW, May 21, 2015 (Wire) - On Thursday Maria Zakharova condemned the shelling of the"
        " Russian embassy in Damascus.",
    ),
    SameEvent(
        "convoys-of-one-day-to-two-towns",
        "GENEVA, September 9, 2015 (Wire) - On Wednesday the Red Cross delivered food to Talbiseh.",
        "GENEVA, September 9, 2015 (Wire) - On Wednesday the Red Cross delivered food to Madaya.",
    ),
    SameEvent(
        "convoys-of-two-days-to-one-town",
        "GENEVA, November 2, 2016 (Wire) - On Wednesday the Red Cross delivered flour to al-Waer.",
        "GENEVA, November 4, 2016 (Wire) - On Friday the Red Cross delivered flour to al-Waer.",
    ),
    SameEvent(
        "soldiers-killed-twice-in-a-week",
        "ANKARA, August 21, 2017 (Wire) - Two Turkish soldiers were killed in Afrin on Monday.",
        "ANKARA, August 25, 2017 (Wire) - Two Turkish soldiers were killed in Afrin on Thursday.",
    ),
    SameEvent(
        "a-sentence-for-the-deeds-of-a-year-and-one-of-them",
        "KOBLENZ, May 18, 2022 (Wire) - The court found the officer Anwar Raslan guilty of 12"
        " murders committed in Homs in 2012.",
        "HOMS, June 7, 2012 (Wire) - Syrian troops killed several civilians in a raid in Homs,"
        " June 7, 2012.",
    ),
    SameEvent(
        "a-proposal-of-one-and-a-call-of-many",
        "VIENNA, November 14, 2015 (Wire) - The leaders of Russia, Iran, Egypt and Iraq called on"
        " Saturday for a committee on prisoners.",
        "VIENNA, November 14, 2015 (Wire) - The Russian leader proposed a conference on"
        " displaced people on Saturday.",
    ),
    SameEvent(
        "another-agreement-beside-a-landmark",
        "ANKARA, February 4, 2019 (Wire) - In September 2018 Russia and Turkey agreed in Ankara on"
        " the price of gas.",
        "SOCHI, September 19, 2018 (Wire) - On 17 September 2018 Russia and Turkey signed in Sochi"
        " a memorandum on a demilitarised zone.",
    ),
    SameEvent(
        "a-strike-after-a-landmark",
        "JERUSALEM, January 9, 2025 (Wire) - Israel struck army depots in December 2024 after the"
        " fall of Bashar al-Assad.",
        "BERLIN, March 3, 2025 (Wire) - Bashar al-Assad was toppled in December 2024.",
    ),
    SameEvent(
        "villages-taken-in-the-days-of-a-landmark",
        "ANKARA, March 20, 2018 (Wire) - On 18 March 2018 Turkish troops captured the city of"
        " Afrin.",
        "PARIS, April 9, 2018 (Wire) - In March 2018 Turkish troops captured villages in the west"
        " of Afrin district.",
    ),
    SameEvent(
        "a-body-and-the-head-of-another",
        "GENEVA, June 7, 2016 (Wire) - Filippo Grandi met Tammam Salam in Beirut on Tuesday.",
        "BEIRUT, June 7, 2016 (Wire) - On Tuesday Lebanon and UNICEF held talks in Beirut.",
    ),
)

TOGETHER: tuple[SameEvent, ...] = (
    SameEvent(
        "a-landmark-told-twice-in-one-document",
        "PARIS, May 4, 2025 (Wire) - Bashar al-Assad was ousted in December 2024. His ministers"
        " were glad.\n\nOthers were not. Nobody knows what comes next. Much is said of it. Some"
        " are patient.\n\nThe Assad government fell on 8 December.",
        "OSLO, June 5, 2026 (Wire) - Rebels overthrew Bashar al-Assad in December 2024.",
        ("ASSAULT",),
    ),
    SameEvent(
        "a-landmark-beside-what-others-did-then",
        "MADRID, December 20, 2024 (Wire) - After the fall of President Bashar al-Assad earlier"
        " this month, Turkish troops were reported to have entered Manbij.",
        "LISBON, March 3, 2025 (Wire) - Bashar al-Assad was toppled in December 2024.",
        ("ASSAULT",),
    ),
    SameEvent(
        "a-body-and-its-head",
        "GENEVA, June 4, 2019 (Wire) - Filippo Grandi met Michel Aoun in Tripoli on Tuesday.",
        "BEIRUT, June 4, 2019 (Wire) - On Tuesday Lebanon and the UNHCR held talks in Tripoli.",
        ("CONSULT",),
    ),
    SameEvent(
        "soldiers-struck-abroad-by-two-names",
        "ANKARA, May 5, 2021 (Wire) - Two Turkish soldiers were killed in Saraqib on Wednesday.",
        "BEIRUT, May 5, 2021 (Wire) - On Wednesday a blast hit a patrol of Turkey in Saraqib.",
        ("ASSAULT",),
    ),
    SameEvent(
        "a-landmark-by-its-month-and-its-year",
        "BEIRUT, April 2, 2025 (Wire) - Rebels overthrew Bashar al-Assad in December 2024.",
        "BEIRUT, May 6, 2026 (Wire) - Opposition groups toppled the Assad government in 2024.",
        ("ASSAULT",),
    ),
    SameEvent(
        "a-landmark-in-another-language",
        "ASTANA, July 5, 2019 (Wire) - Russia, Turkey and Iran signed a memorandum on"
        " de-escalation zones on 4 May 2017.",
        "МОСКВА, 12 июля 2018 года. В 2017 году Россия, Турция и Иран договорились о зонах"
        " деэскалации в Сирии.",
        ("AGREE",),
        ("News of the day", "Новости дня"),
    ),
    SameEvent(
        "a-landmark-by-the-place-of-the-talks-and-of-the-truce",
        "MOSCOW, March 6, 2020 (Wire) - On Thursday Recep Tayyip Erdogan and Vladimir Putin agreed"
        " in Moscow on a truce for Idlib.",
        "ANKARA, November 20, 2020 (Wire) - Turkey and Russia agreed on a ceasefire in Idlib on"
        " 6 March 2020.",
        ("AGREE",),
    ),
    SameEvent(
        "a-convoy-of-nobody-and-of-somebody",
        "BEIRUT, May 18, 2016 (Wire) - A convoy brought aid on Wednesday to Moadamiyeh near"
        " Damascus, said Jan Egeland.\n\nJan Egeland spoke in Geneva. Stephen O'Brien thanked"
        " the Red Cross, UNICEF and the World Food Programme.",
        "GENEVA, May 18, 2016 (Wire) - On Wednesday the United Nations delivered aid to"
        " Moadamiyeh.\n\nJan Egeland and Stephen O'Brien were glad, as were UNICEF and the"
        " World Food Programme.",
        ("AID",),
    ),
    SameEvent(
        "a-meeting-with-and-without-its-place",
        "CAIRO, January 19, 2015 (Wire) - Sameh Shoukry met Staffan de Mistura in Cairo on Monday.",
        "CAIRO, January 20, 2015 (Wire) - Egypt's Sameh Shoukry met Staffan de Mistura on Monday.",
        ("CONSULT",),
    ),
)

# What tolls, company and names alone do not tell.
NOT_ALIKE: tuple[SameEvent, ...] = (
    SameEvent(
        "soldiers-of-some-day-of-a-week-and-of-one-day",
        "ANKARA, November 5, 2021 (Wire) - Last week nine Turkish soldiers were killed in Binnish"
        " by artillery fire.",
        "ANKARA, October 26, 2021 (Wire) - On Tuesday artillery fire killed two Turkish soldiers"
        " in Binnish.",
    ),
    SameEvent(
        "separate-meetings-before-a-meeting-of-all",
        "LONDON, May 11, 2017 (Wire) - Theresa May held separate talks with Abdullah II and"
        " Paolo Gentiloni.",
        "LONDON, May 11, 2017 (Wire) - Theresa May held talks with Abdullah II, Paolo Gentiloni"
        " and Justin Trudeau.",
    ),
)

# What figures, places in the words and one week tell.
EVIDENCE: tuple[SameEvent, ...] = (
    SameEvent(
        "a-deal-by-its-sum-and-month",
        "BAGHDAD, March 9, 2018 (Wire) - On 8 March 2018 Iraq signed a contract with a group of"
        " banks, with a value of $9 billion.",
        "ERBIL, May 2, 2018 (Wire) - In March Iraq signed a contract of 9bn dollars.",
        ("AGREE",),
    ),
    SameEvent(
        "two-deals-of-a-month-with-other-sums",
        "TRIPOLI, March 9, 2019 (Wire) - On 8 March 2019 Libya signed a contract with a group of"
        " banks, with a value of $6 billion.",
        "TUNIS, May 2, 2019 (Wire) - In March Libya signed a contract of 2bn dollars.",
    ),
    SameEvent(
        "an-attack-whose-place-one-tells-and-one-names",
        "DARAA, June 6, 2017 (Wire) - Jordanian shelling killed four Iraqi soldiers at a post"
        " near Nawa on Tuesday.",
        "DARAA, June 8, 2017 (Wire) - On 6 June an attack on Nawa killed four soldiers of the Iraqi"
        " army.",
        ("ASSAULT",),
    ),
)

# Who is in both, and the day, and yet another act.
OTHER_ACTS: tuple[SameEvent, ...] = (
    SameEvent(
        "a-meeting-and-the-plan-of-the-next",
        "AMMAN, July 5, 2012 (Wire) - Sergei Lavrov met Nasser Judeh in Amman.",
        "MOSCOW, July 9, 2012 (Wire) - Sergei Lavrov will meet Nasser Judeh in Amman.",
    ),
    SameEvent(
        "arrests-and-killings-of-a-day-in-a-town",
        "DARAA, August 6, 2019 (Wire) - Government troops arrested three men in Nawa on Tuesday."
        " Hezbollah and Iran sent men to Quneitra and Izraa.",
        "DARAA, August 6, 2019 (Wire) - Gunmen shot dead a teacher in Nawa on Tuesday. Iran and"
        " Hezbollah are in Quneitra and Izraa.",
    ),
    SameEvent(
        "the-dead-of-shells-and-of-a-bomb",
        "IDLIB, February 4, 2019 (Wire) - Shells killed five civilians in Ariha on Monday.",
        "IDLIB, February 4, 2019 (Wire) - A car bomb killed twelve fighters in Ariha on Monday.",
    ),
    SameEvent(
        "two-orders-of-one-president-on-a-day",
        "WASHINGTON, April 13, 2018 (Wire) - On Friday Donald Trump signed an executive order on"
        " the tariffs for foreign steel.",
        "NEW YORK, April 13, 2018 (Wire) - On Friday Donald Trump signed an executive order on"
        " the visas of students.",
    ),
    SameEvent(
        "an-arrival-and-a-meeting-of-that-day",
        "CAIRO, March 6, 2017 (Wire) - Ayman Safadi arrived in Cairo on Monday.",
        "CAIRO, March 7, 2017 (Wire) - Ayman Safadi met Ahmed Aboul Gheit in Cairo on Monday.",
    ),
    SameEvent(
        "who-is-welcomed-and-what-he-praises",
        "BAGHDAD, September 4, 2018 (Wire) - On Tuesday Iraqi officials welcomed Javad Zarif in"
        " Baghdad.",
        "BAGHDAD, September 4, 2018 (Wire) - On Tuesday Javad Zarif praised Haider al-Abadi in"
        " Baghdad.",
    ),
    SameEvent(
        "lorries-of-a-month-and-of-a-part-of-it",
        "GENEVA, February 9, 2017 (Wire) - In January 872 trucks with aid crossed into Syria"
        " through Bab al-Salam.",
        "GENEVA, January 17, 2017 (Wire) - On 16 January 214 trucks with aid crossed into Syria"
        " through Bab al-Salam.",
    ),
    SameEvent(
        "arrests-of-a-year-and-killings-of-a-year",
        "LONDON, May 6, 2018 (Wire) - In 2013 the Syrian government arrested men in Salamiyah.",
        "LONDON, June 9, 2019 (Wire) - In 2013 Syrian officers killed ten men in Salamiyah.",
    ),
)

# What is told in other words, and is one act.
SAME_ACTS: tuple[SameEvent, ...] = (
    SameEvent(
        "a-plan-and-the-meeting-of-that-week",
        "MOSCOW, March 5, 2012 (Wire) - Sergei Lavrov will meet Catherine Ashton in Brussels.",
        "BRUSSELS, March 9, 2012 (Wire) - Sergei Lavrov met Catherine Ashton in Brussels on"
        " Friday.",
        ("CONSULT",),
    ),
    SameEvent(
        "a-first-vice-president-at-a-third-round",
        "ANKARA, February 1, 2016 (Wire) - First Vice President Eshaq Jahangiri met Ahmet"
        " Davutoglu in Ankara on Monday.",
        "ANKARA, February 1, 2016 (Wire) - Eshaq Jahangiri met Ahmet Davutoglu on Monday in Ankara"
        " in the third round of talks.",
        ("CONSULT",),
    ),
    SameEvent(
        "an-order-by-its-topic",
        "WASHINGTON, June 8, 2018 (Wire) - On Friday Donald Trump signed an executive order on"
        " the tariffs for Canadian timber.",
        "NEW YORK, June 8, 2018 (Wire) - On Friday Donald Trump signed an order on tariffs"
        " for timber.",
        ("AGREE",),
    ),
    SameEvent(
        "a-visit-and-the-meeting-on-it",
        "ANKARA, October 9, 2018 (Wire) - Javad Zarif visited Ankara on Tuesday.",
        "ANKARA, October 9, 2018 (Wire) - Javad Zarif met Mevlut Cavusoglu on a visit to Ankara"
        " on Tuesday.",
        ("CONSULT",),
    ),
    SameEvent(
        "a-patrol-of-two-states-that-is-hit",
        "IDLIB, August 25, 2020 (Wire) - Russian and Turkish soldiers were wounded by a bomb in"
        " Idlib on Tuesday.",
        "ANKARA, August 26, 2020 (Wire) - On Tuesday a blast hit a patrol of Russia and Turkey on"
        " the M4.",
        ("ASSAULT",),
    ),
    SameEvent(
        "a-statement-by-its-sum-in-another-language",
        "MOSCOW, March 6, 2018 (Wire) - On Tuesday Sergei Lavrov said that the war had cost"
        " $385 billion.",
        "МОСКВА, 6 марта 2018 года. Во вторник Сергей Лавров заявил, что война обошлась в 385"
        " миллиардов долларов.",
        ("STATEMENT",),
        ("News of the day", "Новости дня"),
    ),
    SameEvent(
        "a-gift-by-its-sum-in-another-language",
        "MOSCOW, May 8, 2018 (Wire) - On Tuesday Russia delivered 118,000 tons of wheat to Syria.",
        "МОСКВА, 8 мая 2018 года. Во вторник Россия поставила Сирии 118 тысяч тонн пшеницы.",
        ("AID",),
        ("News of the day", "Новости дня"),
    ),
)

SAME_EVENTS = (*APART, *TOGETHER, *NOT_ALIKE, *EVIDENCE, *OTHER_ACTS, *SAME_ACTS)
