"""Numbers in all their notations: marks, words, scales, currencies, units, ranges, bounds."""

from tests.rules.quantities import Quantity, Reading, exact, no_quantity

NARROW = "\N{NARROW NO-BREAK SPACE}"


def _money(name: str, text: str, value: float, currency: str) -> Reading:
    return Reading(f"money-{name}", text, (exact(value, currency=currency),))


def _bounded(name: str, text: str, value: float, qualifier: str) -> Reading:
    low = value if qualifier in ("more_than", "at_least") else None
    high = value if qualifier in ("less_than", "at_most") else None
    return Reading(f"bound-{name}", text, (Quantity(value, low, high, qualifier),))


def _range(name: str, text: str, low: float, high: float, unit: str | None = None) -> Reading:
    return Reading(f"range-{name}", text, (Quantity(None, low, high, "range", unit),))


def _count(name: str, text: str, value: float) -> Reading:
    return Reading(f"count-{name}", text, (exact(value),))


SCALES_OF_LETTERS = (
    _count("thousands-by-a-small-letter", "By noon 13k arrived by bus.", 13000),
    _count("millions-at-risk", "In all 3.4 m at risk of hunger were found.", 3400000),
    _count("metres-are-no-millions", "A pit of 3.4 m at the gate was filled.", 3.4),
    _count("scale-of-a-scale", "Nine thousand billion trees grew.", 9e12),
    _count("scales-that-add-up", "One million and two hundred thousand trees grew.", 1200000),
)

EXCHANGE_RATES = (
    _money("per-dollar", "The pound sank to 9,150 to the dollar.", 9150, "SYP"),
    _money("turkish-rate", "The Turkish lira fell to 38.4 to the US dollar.", 38.4, "TRY"),
)

NUMBERED = (
    no_quantity("carats-are-none", "The smith sold 21-carat gold."),
    no_quantity("time-of-day-is-none", "The truce ends on Monday at 2359 GMT."),
    no_quantity("round-is-numbered", "It is told in Return Survey Round 3."),
    no_quantity("division-is-numbered", "They joined Division 25 in the east."),
    no_quantity("meeting-is-numbered", "The Council closed Meeting 8746 at noon."),
    no_quantity("ratio-to-ten", "Of the returnees 7 in 10 live in ruins."),
)

NOTES = (
    Reading("note-behind-a-noun", "In all 340 people[1] left the town.[2]", (exact(340),)),
    Reading("notes-in-one-bracket", "In all 340 people [3, 4] left it.", (exact(340),)),
    Reading("note-behind-a-point", "The people left it.3 At noon 340 sheep left.", (exact(340),)),
    no_quantity("paragraph-is-numbered", "It is told in para. 45 of it."),
    no_quantity("pages-are-numbered", "It is told there, pp. 12-14."),
    no_quantity("year-behind-an-apostrophe", "They left the town on 22 July '19 at noon."),
    no_quantity("small-month", "they left the town on 22 july 2019 at noon."),
)

MARKS = (
    _bounded("mark-at-the-head", ">1,400 people left the town.", 1400, "more_than"),
    _bounded("about-at-the-head", "~200 people left the town.", 200, "about"),
    _count("quoted-line", "> 20 people left the town.", 20),
    _count("quoted-line-in-words", ">> Three people left the town.", 3),
    _count("mark-up", "<p>There</p><p>30 people left the <b>town</b>.", 30),
)

LAKHS = (
    _count("lakh", "There are 1.5 lakh people.", 150000),
    _money("crore", "They gave 2 crore rupees for flour.", 2e7, "INR"),
)

RUSSIAN_CHANGES = (
    Reading(
        "up-to-a-new-rate",
        "Курс доллара вырос до 3 450 лир.",
        (exact(3450, currency="SYP"),),
    ),
    _bounded("up-to-a-bound", "В лагере живут до 3 450 человек.", 3450, "at_most"),
)

THOUSANDS = (
    _count("narrow-blank", f"There are 12{NARROW}480 people.", 12480),
    _count("typographic-apostrophe", "There are 3’220 kits.", 3220),
    _count("blanks-part-millions", "There are 1 234 567 people.", 1234567),
    _count("points-part-millions", "There are 1.234.567 people.", 1234567),
    _count("point-parts-thousands-of-people", "The clinics treated 3.240 patients.", 3240),
    _count("thousands-in-russian", "Вернулись 1 тысяча 338 человек.", 1338),
    _count("thousands-below-a-million-in-russian", "Вернулись 1 млн 350 тысяч человек.", 1350000),
    _count("abbreviated-scale-in-russian", "Вернулись 1,5 тыс. человек.", 1500),
)

WORDS = (
    _count("three-hundred", "Three hundred people came.", 300),
    _count("a-hundred-and-fifty", "A hundred and fifty people came.", 150),
    _count("eleven-hundred", "Eleven hundred families came.", 1100),
    _count("half-a-dozen", "Half a dozen schools opened.", 6),
    _count("one-and-a-half-thousand", "One and a half thousand mines were found.", 1500),
    _count("two-and-a-half-million", "Two and a half million people fled.", 2500000),
    _count("three-hundred-in-russian", "Вернулись триста семей.", 300),
    _count("one-and-a-half-thousand-in-russian", "Вернулись полторы тысячи человек.", 1500),
    _count("one-and-a-half-hundred-in-russian", "Вернулись полторы сотни человек.", 150),
    _count("a-dozen-in-russian", "Вернулась дюжина семей.", 12),
    _count("two-tens-in-russian", "Вернулись два десятка семей.", 20),
    _count("a-thousand-in-russian", "Вернулась тысяча человек.", 1000),
    _count("collective-in-russian", "Вернулись трое детей.", 3),
    Reading("tens-of-is-none-in-russian", "Вернулись десятки семей.", ()),
    _count("quarter-of-a-million", "A quarter of a million people fled.", 250000),
    _count("three-quarters-of-a-million", "Three quarters of a million people fled.", 750000),
    Reading("dozens-of-is-no-number", "Dozens of people fled.", ()),
    Reading("millions-of-is-no-number", "Millions of people fled.", ()),
)

MONEY = (
    _money("million-by-letter", "Donors gave $250m.", 250e6, "USD"),
    _money("billion-by-letters", "Donors gave $2.5bn.", 2.5e9, "USD"),
    _money("billion-by-letter", "Donors gave €3b.", 3e9, "EUR"),
    _money("thousands-by-letter", "Donors gave £300k.", 300e3, "GBP"),
    _money("code-before", "Donors gave USD 1.2 million.", 1.2e6, "USD"),
    _money("code-behind", "Donors gave 1.2 million EUR.", 1.2e6, "EUR"),
    _money("country-and-sign", "Donors gave US$336 million.", 336e6, "USD"),
    _money("sign-and-thousands", "The Union gave €300,000.", 300e3, "EUR"),
    _money("words", "Donors gave 250 million US dollars.", 250e6, "USD"),
    _money("trillion", "The state paid SYP 3 trillion.", 3e12, "SYP"),
    _money("syrian-pounds", "The state paid 450 million Syrian pounds.", 450e6, "SYP"),
    _money("lira-code", "They gave TRY 4.5 million.", 4.5e6, "TRY"),
    _money("turkish-liras", "They gave 5,000 Turkish liras.", 5000, "TRY"),
    _money("swiss-francs", "They gave CHF 2 million.", 2e6, "CHF"),
    _money("yen", "They gave 300 million yen.", 300e6, "JPY"),
    _money("hyphen", "It is a $250-million loan.", 250e6, "USD"),
    _money("bare-liras-are-syrian", "They paid 4,000 liras.", 4000, "SYP"),
    Reading(
        "money-bare-liras-beside-turkish-ones-are-turkish",
        "They gave 5,000 Turkish liras, then 300 liras.",
        (exact(5000, currency="TRY"), exact(300, currency="TRY")),
    ),
    Reading(
        "money-bare-pounds-beside-syrian-ones-are-syrian",
        "They gave 900 Syrian pounds, then 700 pounds.",
        (exact(900, currency="SYP"), exact(700, currency="SYP")),
    ),
    _money("bare-kroner-are-norwegian", "Norway gave 1.1 billion kroner.", 1.1e9, "NOK"),
    Reading(
        "money-kroner-take-no-dollars-from-beside-them",
        "Japan offered $130 million and Norway 1.1 billion kroner.",
        (exact(130e6, currency="USD"), exact(1.1e9, currency="NOK")),
    ),
    Reading(
        "money-bare-kroner-beside-danish-ones-are-danish",
        "They gave 5,000 Danish kroner, then 300 kroner.",
        (exact(5000, currency="DKK"), exact(300, currency="DKK")),
    ),
    _money("bare-riyals-are-saudi", "Firms will spend 11 billion riyals.", 11e9, "SAR"),
    _money("syrian-sign", "The budget is S£1,383bn.", 1383e9, "SYP"),
    Reading(
        "money-named-once-for-grants-and-loans",
        "4 billion euros are grants, 2 billion loans.",
        (exact(4e9, currency="EUR"), exact(2e9, currency="EUR")),
    ),
    _money("point-parts-thousands-of-pounds", "A ton cost SYP 47.000.", 47000, "SYP"),
    _money(
        "former-sum-is-none", "The pledge rose from €560 million to €720 million.", 720e6, "EUR"
    ),
    _money("dollars-in-russian", "Выделено 2 млрд долларов.", 2e9, "USD"),
    _money("dollars-of-the-usa-in-russian", "Выделено 1,2 млн долларов США.", 1.2e6, "USD"),
    _money("roubles-in-russian", "Выделено 5 млн. руб. на ремонт.", 5e6, "RUB"),
    _money("euros-in-russian", "Выделено 300 тыс. евро.", 300e3, "EUR"),
    _money("sign-in-russian", "Выделено $50 млн на ремонт.", 50e6, "USD"),
    _money("syrian-pounds-in-russian", "Выделено 3 трлн сирийских фунтов.", 3e12, "SYP"),
    Reading("us-soldiers-are-no-dollars", "There were 5 US soldiers.", (exact(5),)),
    Reading("a-letter-without-a-sign-is-no-scale", "The wall is 250 m long.", (exact(250),)),
)

UNITS = (
    Reading("unit-behind-more", "They carried 340 more tonnes of flour.", (exact(340, "t"),)),
    Reading("unit-kg", "They carried 1,150,000 kg of flour.", (exact(1150, "t"),)),
    Reading("unit-glued", "They carried 500kg of flour.", (exact(0.5, "t"),)),
    Reading("unit-metric-tons", "They carried 2,500 MT of flour.", (exact(2500, "t"),)),
    Reading("unit-quintals", "Доставлено 50 центнеров зерна.", (exact(5, "t"),)),
    Reading("unit-kg-in-russian", "Доставлено 500 кг муки.", (exact(0.5, "t"),)),
    Reading("unit-two-of-one-weight", "They carried 2 tons 310 kg of flour.", (exact(2.31, "t"),)),
    Reading("unit-dunams", "They cleared 120 dunams.", (exact(12, "ha"),)),
    Reading("unit-square-kilometres", "They took 6 sq. km of land.", (exact(6, "km2"),)),
    Reading("unit-square-sign", "They took 6 km² of land.", (exact(6, "km2"),)),
    Reading("unit-square-in-russian", "Освобождено 6 кв. км.", (exact(6, "km2"),)),
    Reading("unit-litres", "They got 12 000 litres of fuel.", (exact(12000, "l"),)),
    Reading("unit-percent-in-russian", "Освобождено 90 процентов земель.", (exact(90, "percent"),)),
    Reading(
        "unit-shared-by-a-list",
        "They got 14.6, 5.2 and 20.8 tons.",
        (exact(14.6, "t"), exact(5.2, "t"), exact(20.8, "t")),
    ),
    Reading(
        "unit-shared-by-a-list-in-russian",
        "Доставлено 14,6 и 5,2 тонны.",
        (exact(14.6, "t"), exact(5.2, "t")),
    ),
)

RANGES = (
    _range("from-to", "From 10 to 15 people came.", 10, 15),
    _range("between", "Between 124,000 and 130,000 people fled.", 124000, 130000),
    _range("of-one-scale", "There are 2 to 3 million people.", 2e6, 3e6),
    _range("of-two-scales", "There are 800,000 to 1 million people.", 800e3, 1e6),
    _range("with-the-unit-twice", "They need from 5 tons to 6 tons.", 5, 6, "t"),
    _range("in-russian", "Вернулись от 10 до 15 человек.", 10, 15),
    _range("of-one-scale-in-russian", "Остаются от 10 до 12 тысяч человек.", 10000, 12000),
    _range("of-two-guesses", "They burned 340 or 360 houses.", 340, 360),
    _range("of-two-small-words", "They burned two or three houses.", 2, 3),
    _range("of-two-guesses-in-russian", "Сгорели два или три дома.", 2, 3),
    _range("with-a-hyphen-in-russian", "Вернулись 10-15 человек.", 10, 15),
    Reading("change-has-one-end", "The number rose from 1,144 to 1,150.", (exact(1150),)),
    Reading("change-has-one-end-in-russian", "Число выросло с 1144 до 1150.", (exact(1150),)),
    Reading(
        "money-range",
        "It costs $250-400 billion.",
        (Quantity(None, 250e9, 400e9, "range", currency="USD"),),
    ),
)

BOUNDS = (
    _bounded("exceeding", "A crowd exceeding 300 people came.", 300, "more_than"),
    _bounded("well-over", "Well over 300 people came.", 300, "more_than"),
    _bounded("no-fewer-than", "No fewer than 300 people came.", 300, "at_least"),
    _bounded("plus", "Here are 300+ people.", 300, "at_least"),
    _bounded("sign", "They are >300 people.", 300, "more_than"),
    _bounded("tilde", "They are ~300 people.", 300, "about"),
    _bounded("just-under", "Just under 300 people came.", 300, "less_than"),
    _bounded("as-many-as", "As many as 300 people came.", 300, "at_most"),
    _bounded("some", "Some 300 people came.", 300, "about"),
    _bounded("around-a-hundred", "Around a hundred people came.", 100, "about"),
    _bounded("over-in-russian", "Вернулись свыше 300 человек.", 300, "more_than"),
    _bounded("not-less-in-russian", "Вернулись не менее 300 человек.", 300, "at_least"),
    _bounded("up-to-in-russian", "Вернулись до 300 человек.", 300, "at_most"),
    _bounded("less-in-russian", "Вернулись менее 300 человек.", 300, "less_than"),
    _bounded("nearly-in-russian", "Вернулись почти 300 человек.", 300, "about"),
    _bounded("more-than-a-thousand-in-russian", "Вернулись более тысячи.", 1000, "more_than"),
    _bounded("odd-in-russian", "Вернулись 300 с лишним человек.", 300, "more_than"),
)

DAMAGED = (
    Reading("damaged-comma", "The cargo weighs 1,234,56 tons.", (Quantity(None, unit="t"),)),
    Reading("long-digits-are-damaged", "There are 12345678901234567 people.", (Quantity(None),)),
)

NOTHING = (
    no_quantity("hours-of-the-clock", "The route works from 9.00 a.m. to 6 p.m. daily."),
    no_quantity("hours-in-russian", "Маршрут открыт с 9.00 мск."),
    no_quantity("phone-in-groups", "Call 22-17-32 at once."),
    no_quantity("phone-in-russian", "Звоните 8 (495) 498-34-46."),
    no_quantity("age-behind-aged", "A man aged 34 spoke."),
    no_quantity("age-between-commas", "A volunteer, 27, was treated."),
    no_quantity("age-of-a-man", "A man of 34 spoke."),
    no_quantity("number-of-a-unit", "Unit 8200 and Channel 12 were named."),
    no_quantity("number-of-a-round", "Astana-13 opened on Day 3 of the week."),
    no_quantity("age-of-a-boy", "A 12-year-old boy spoke."),
    no_quantity("number-of-an-item", "2. Return of refugees"),
    no_quantity("number-of-an-item-in-brackets", "3) Demining"),
    no_quantity("ratio", "One in three of them is a child."),
    no_quantity("fraction", "Two thirds of them are children."),
    no_quantity("fraction-in-russian", "Две трети из них — дети."),
    no_quantity("one-another", "They met one another."),
    no_quantity("model-of-arms", "A T-72 and a BTR-80 were seen."),
    no_quantity("numbered-zone", "Work in zone No. 2 is over."),
    no_quantity("numbered-patrol", "Joint patrol No. 68 took place."),
    no_quantity("quarter", "It was in the first quarter of 2019."),
    no_quantity("pages-of-a-report", "The 23-page report came out."),
    no_quantity("number-of-an-order", "Executive Order 14312 was signed."),
    no_quantity("age-that-children-are-below", "Children below the age of five were seen."),
    no_quantity("year-of-a-product", "It is the projected 2024 gross domestic product."),
    no_quantity("day-before-a-joined-month", "It is open from 1 January-1 July 2025."),
    no_quantity("short-month-in-russian", "МОСКВА, 9 июн — агентство."),
    no_quantity("single-that-counts-nothing", "It was the work of a single family."),
    no_quantity("number-sign-in-russian", "Документ № 5 принят."),
    no_quantity("year-of-a-deal", "A 2018 deal brought troops there."),
    no_quantity("year-of-a-pact-with-a-name", "They keep the 1974 Disengagement Agreement."),
    no_quantity("year-behind-an-owner", "It came after Turkey's 2019 offensive."),
    no_quantity("no-larger-one", "No larger convoy has ever come."),
    no_quantity("talks-are-numbered", "A day for Geneva 2 has been set."),
    no_quantity("talks-are-numbered-before-their-noun", "He spoke of the Astana 5 talks."),
    no_quantity("talks-are-numbered-in-russian", "Дата Женевы 2 назначена."),
    Reading("who-met-there-is-counted", "In Geneva 2 delegations met.", (exact(2),)),
    no_quantity("schedule-is-numbered", "A Schedule 2 chemical was found."),
    no_quantity("category-is-numbered", "All the category 1 chemicals were burned."),
    no_quantity("three-in-four", "Of the families 3 in 4 live in tents."),
    Reading("former-value-behind", "The count was revised to 53 from 48.", (exact(53),)),
    Reading(
        "unit-said-once-before",
        "They sent 300 tons of food and 40 of medicine.",
        (exact(300, "t"), exact(40, "t")),
    ),
    Reading(
        "hours-are-no-villages",
        "They marched 30 km, 12 of them by night.",
        (exact(30, "km"), exact(12)),
    ),
    Reading(
        "two-clauses-share-no-unit",
        "The actions number 1,862, and 2,743.1 tons came.",
        (exact(1862), exact(2743.1, "t")),
    ),
    no_quantity("noon", "The raids paused from 6am to 12 midday."),
    no_quantity("none-before", "It was the first mission; there had been none."),
    Reading(
        "those-counted-before",
        "Around 50% of the 3,852 are women.",
        (Quantity(50, qualifier="about", unit="percent"),),
    ),
    Reading("year-like-count", "There are 1974 schools.", (exact(1974),)),
)

NOTATIONS: tuple[Reading, ...] = (
    *THOUSANDS,
    *SCALES_OF_LETTERS,
    *EXCHANGE_RATES,
    *NUMBERED,
    *NOTES,
    *MARKS,
    *LAKHS,
    *RUSSIAN_CHANGES,
    *WORDS,
    *MONEY,
    *UNITS,
    *RANGES,
    *BOUNDS,
    *DAMAGED,
    *NOTHING,
)
