"""How quantities are written and what they mean: the reading rules, a sentence each."""

from dataclasses import dataclass

BLANK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Quantity:
    """A quantity that must be read: bounds None where there is none, value None for a range."""

    value: float | None
    low: float | None = None
    high: float | None = None
    qualifier: str = "exact"
    unit: str | None = None
    currency: str | None = None


@dataclass(frozen=True)
class Reading:
    """A sentence and the quantities in it, in order.

    Attributes:
        name: The rule.
        text: The sentence.
        quantities: All of them.
        kind: Of the document.
    """

    name: str
    text: str
    quantities: tuple[Quantity, ...]
    kind: str = "bulletin"


def _exact(value: float, unit: str | None = None, currency: str | None = None) -> Quantity:
    return Quantity(value, value, value, unit=unit, currency=currency)


def _no_quantity(name: str, text: str) -> Reading:
    return Reading(name, text, ())


READINGS: tuple[Reading, ...] = (
    Reading("comma-parts-thousands", "There are 1,209 refugees.", (_exact(1209),)),
    Reading("commas-part-millions", "Turkey hosts 3,541,572 refugees.", (_exact(3541572),)),
    Reading("comma-and-blank-part-thousands", "There are 2, 233 settlements.", (_exact(2233),)),
    Reading("blank-parts-thousands", "There are 55 817 people.", (_exact(55817),)),
    Reading("no-break-blank-parts-thousands", f"There are 55{BLANK}817 people.", (_exact(55817),)),
    Reading("apostrophe-parts-thousands", "There are 1'209 refugees.", (_exact(1209),)),
    Reading(
        "point-parts-thousands-before-a-decimal-comma",
        "В Сирию доставлено 1.209,5 тонн груза.",
        (_exact(1209.5, "t"),),
    ),
    Reading("point-is-decimal-in-english", "Citizens received 4.4 tons.", (_exact(4.4, "t"),)),
    Reading(
        "comma-is-decimal-in-russian", "В Сирию доставлено 3,3 тонны груза.", (_exact(3.3, "t"),)
    ),
    Reading(
        "comma-before-a-scale-is-decimal-in-russian",
        "В страну вернулись 1,5 млн беженцев.",
        (_exact(1500000),),
    ),
    Reading(
        "three-decimals-before-a-million-in-russian",
        "В страну вернулись 1,209 млн беженцев.",
        (_exact(1209000),),
    ),
    Reading(
        "blank-inside-the-decimals", "The cargo weighs 4,021. 41 tons.", (_exact(4021.41, "t"),)
    ),
    Reading("words", "Seven settlements signed.", (_exact(7),)),
    Reading("words-with-a-hyphen", "Twenty-five families came.", (_exact(25),)),
    Reading("words-of-hundreds", "Two hundred and six people came.", (_exact(206),)),
    Reading("words-of-thousands", "Three thousand two hundred people came.", (_exact(3200),)),
    Reading("words-in-russian", "Вернулись двадцать пять человек.", (_exact(25),)),
    Reading("half-a-million", "The war has cost half a million lives.", (_exact(500000),)),
    Reading("a-dozen", "The convoy has a dozen trucks.", (_exact(12),)),
    Reading("three-dozen", "The convoy has three dozen trucks.", (_exact(36),)),
    Reading("a-thousand", "There are a thousand houses.", (_exact(1000),)),
    Reading("thousands-of-is-no-number", "Thousands of people fled.", ()),
    Reading("digits-and-scale", "There are 4.5 million people in need.", (_exact(4500000),)),
    Reading("digits-and-scale-in-russian", "Помощь получили 60 тыс. человек.", (_exact(60000),)),
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
    Reading("no-is-zero", "No agreements were signed.", (_exact(0),)),
    Reading("none-is-zero", "The Turkish party has registered none.", (_exact(0),)),
    Reading("did-not-open-fire-is-zero", "Illegal armed groups did not open fire.", (_exact(0),)),
    Reading("not-any-is-zero", "The party did not report any incidents.", (_exact(0),)),
    Reading("zero-in-russian", "Соглашений не подписано.", (_exact(0),)),
    Reading(
        "damaged-figure-has-no-value",
        "The cargo weighs 4 ,46 tons.",
        (Quantity(None, None, None, unit="t"),),
    ),
    Reading("kilograms-become-tons", "Citizens got 500 kg of flour.", (_exact(0.5, "t"),)),
    Reading("miles-become-kilometers", "The road is 10 miles long.", (_exact(16.09344, "km"),)),
    Reading("percent-sign", "The state holds 90% of the land.", (_exact(90, "percent"),)),
    Reading(
        "currency-sign-and-scale",
        "Donors gave $6.4 billion.",
        (_exact(6400000000, currency="USD"),),
    ),
    Reading("currency-word", "Donors gave 50 million euros.", (_exact(50000000, currency="EUR"),)),
    Reading(
        "two-quantities",
        "There are 50 trucks and 3 convoys.",
        (_exact(50), _exact(3)),
    ),
    Reading(
        "breakdown-in-brackets",
        "The party has registered 7 violations in Hama (5) and Idlib (2).",
        (_exact(7), _exact(5), _exact(2)),
    ),
    _no_quantity("document-number-is-none", "The paper is No. 1 of the kind."),
    _no_quantity("resolution-is-none", "It follows Resolution 2254 of the Council."),
    _no_quantity("age-is-none", "A 25-year-old man spoke."),
    _no_quantity("age-in-words-is-none", "He is 25 years old."),
    _no_quantity("military-time-is-none", "The shelling began at 0600 hours."),
    _no_quantity("clock-time-is-none", "The shelling began at 10:30."),
    _no_quantity("round-the-clock-is-none", "The centre works 24/7."),
    _no_quantity("date-is-none", "It was on 11 September 2017."),
    _no_quantity("date-in-digits-is-none", "It was on 11.09.2017."),
    _no_quantity("year-is-none", "It began in 2011."),
    _no_quantity("ordinal-is-none", "It is the 3rd round."),
    _no_quantity("phone-is-none", "Call +7 (495) 498-34-46 at once."),
    _no_quantity("road-is-none", "The M4 was closed."),
    _no_quantity("document-code-is-none", "The draft is S/2020/654 of the Council."),
    _no_quantity("one-of-is-a-pronoun", "It is one of the towns."),
)
