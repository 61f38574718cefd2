"""How quantities are written and what they mean: the reading rules, a sentence each."""

from tests.rules.quantities import Quantity, Reading, exact, no_quantity

BLANK = "\N{NO-BREAK SPACE}"

READINGS: tuple[Reading, ...] = (
    Reading("comma-parts-thousands", "There are 1,209 refugees.", (exact(1209),)),
    Reading("commas-part-millions", "Turkey hosts 3,541,572 refugees.", (exact(3541572),)),
    Reading("comma-and-blank-part-thousands", "There are 2, 233 settlements.", (exact(2233),)),
    Reading("blank-parts-thousands", "There are 55 817 people.", (exact(55817),)),
    Reading("no-break-blank-parts-thousands", f"There are 55{BLANK}817 people.", (exact(55817),)),
    Reading("apostrophe-parts-thousands", "There are 1'209 refugees.", (exact(1209),)),
    Reading(
        "point-parts-thousands-before-a-decimal-comma",
        "В Сирию доставлено 1.209,5 тонн груза.",
        (exact(1209.5, "t"),),
    ),
    Reading("point-is-decimal-in-english", "Citizens received 4.4 tons.", (exact(4.4, "t"),)),
    Reading(
        "comma-is-decimal-in-russian", "В Сирию доставлено 3,3 тонны груза.", (exact(3.3, "t"),)
    ),
    Reading(
        "comma-before-a-scale-is-decimal-in-russian",
        "В страну вернулись 1,5 млн беженцев.",
        (exact(1500000),),
    ),
    Reading(
        "three-decimals-before-a-million-in-russian",
        "В страну вернулись 1,209 млн беженцев.",
        (exact(1209000),),
    ),
    Reading(
        "blank-inside-the-decimals", "The cargo weighs 4,021. 41 tons.", (exact(4021.41, "t"),)
    ),
    Reading("words", "Seven settlements signed.", (exact(7),)),
    Reading("words-with-a-hyphen", "Twenty-five families came.", (exact(25),)),
    Reading("words-of-hundreds", "Two hundred and six people came.", (exact(206),)),
    Reading("words-of-thousands", "Three thousand two hundred people came.", (exact(3200),)),
    Reading("words-in-russian", "Вернулись двадцать пять человек.", (exact(25),)),
    Reading("half-a-million", "The war has cost half a million lives.", (exact(500000),)),
    Reading("a-dozen", "The convoy has a dozen trucks.", (exact(12),)),
    Reading("three-dozen", "The convoy has three dozen trucks.", (exact(36),)),
    Reading("a-thousand", "There are a thousand houses.", (exact(1000),)),
    Reading("thousands-of-is-no-number", "Thousands of people fled.", ()),
    Reading("digits-and-scale", "There are 4.5 million people in need.", (exact(4500000),)),
    Reading("digits-and-scale-in-russian", "Помощь получили 60 тыс. человек.", (exact(60000),)),
    Reading(
        "range-with-a-dash",
        "There are 50–60 trucks.",
        (Quantity(None, 50, 60, "range"),),
    ),
    Reading(
        "range-with-a-hyphen",
        "There are 50-60 trucks.",
        (Quantity(None, 50, 60, "range"),),
    ),
    Reading(
        "range-with-to",
        "There are 50 to 60 trucks.",
        (Quantity(None, 50, 60, "range"),),
    ),
    Reading(
        "range-with-between",
        "There are between 50 and 60 trucks.",
        (Quantity(None, 50, 60, "range"),),
    ),
    Reading(
        "range-with-one-unit",
        "They need 5 to 6 tons of flour.",
        (Quantity(None, 5, 6, "range", "t"),),
    ),
    Reading("more-than", "More than 70 families came.", (Quantity(70, 70, None, "more_than"),)),
    Reading("over", "Over 10,000 people left.", (Quantity(10000, 10000, None, "more_than"),)),
    Reading("at-least", "At least 27 people died.", (Quantity(27, 27, None, "at_least"),)),
    Reading("or-more", "They need 40 trucks or more.", (Quantity(40, 40, None, "at_least"),)),
    Reading("up-to", "Up to 300 people came.", (Quantity(300, None, 300, "at_most"),)),
    Reading("fewer-than", "Fewer than 20 houses stand.", (Quantity(20, None, 20, "less_than"),)),
    Reading("about", "About 300 people came.", (Quantity(300, None, None, "about"),)),
    Reading(
        "about-in-russian", "Вернулись около 300 человек.", (Quantity(300, None, None, "about"),)
    ),
    Reading(
        "more-than-in-russian",
        "Вернулись более 300 человек.",
        (Quantity(300, 300, None, "more_than"),),
    ),
    Reading("no-is-zero", "No agreements were signed.", (exact(0),)),
    Reading("none-is-zero", "The Turkish party has registered none.", (exact(0),)),
    Reading("did-not-open-fire-is-zero", "Illegal armed groups did not open fire.", (exact(0),)),
    Reading("not-any-is-zero", "The party did not report any incidents.", (exact(0),)),
    Reading("zero-in-russian", "Соглашений не подписано.", (exact(0),)),
    Reading(
        "damaged-figure-has-no-value",
        "The cargo weighs 4 ,46 tons.",
        (Quantity(None, None, None, unit="t"),),
    ),
    Reading("kilograms-become-tons", "Citizens got 500 kg of flour.", (exact(0.5, "t"),)),
    Reading("miles-become-kilometers", "The road is 10 miles long.", (exact(16.09344, "km"),)),
    Reading("percent-sign", "The state holds 90% of the land.", (exact(90, "percent"),)),
    Reading(
        "currency-sign-and-scale",
        "Donors gave $6.4 billion.",
        (exact(6400000000, currency="USD"),),
    ),
    Reading("currency-word", "Donors gave 50 million euros.", (exact(50000000, currency="EUR"),)),
    Reading(
        "two-quantities",
        "There are 50 trucks and 3 convoys.",
        (exact(50), exact(3)),
    ),
    Reading(
        "breakdown-in-brackets",
        "The party has registered 7 violations in Hama (5) and Idlib (2).",
        (exact(7), exact(5), exact(2)),
    ),
    no_quantity("document-number-is-none", "The paper is No. 1 of the kind."),
    no_quantity("resolution-is-none", "It follows Resolution 2254 of the Council."),
    no_quantity("age-is-none", "A 25-year-old man spoke."),
    no_quantity("age-in-words-is-none", "He is 25 years old."),
    no_quantity("military-time-is-none", "The shelling began at 0600 hours."),
    no_quantity("clock-time-is-none", "The shelling began at 10:30."),
    no_quantity("round-the-clock-is-none", "The centre works 24/7."),
    no_quantity("date-is-none", "It was on 11 September 2017."),
    no_quantity("date-in-digits-is-none", "It was on 11.09.2017."),
    no_quantity("year-is-none", "It began in 2011."),
    no_quantity("ordinal-is-none", "It is the 3rd round."),
    no_quantity("phone-is-none", "Call +7 (495) 498-34-46 at once."),
    no_quantity("road-is-none", "The M4 was closed."),
    no_quantity("document-code-is-none", "The draft is S/2020/654 of the Council."),
    no_quantity("one-of-is-a-pronoun", "It is one of the towns."),
)
