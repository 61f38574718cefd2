"""Which days the words for a day or a span mean: the rules, a sentence each.

All are told on Wednesday, 6 May 2020.
"""

from dataclasses import dataclass

TITLE = "News of the day (6 May 2020)"


@dataclass(frozen=True)
class Days:
    """A sentence and the days in it.

    Attributes:
        text: The sentence.
        spans: First and last day of each date in it, in ISO form and in order.
    """

    text: str
    spans: tuple[tuple[str, str], ...]


def _days(text: str, *spans: tuple[str, str] | str) -> Days:
    """A span is written as a pair, a day once."""
    return Days(text, tuple((span, span) if isinstance(span, str) else span for span in spans))


DAYS: tuple[Days, ...] = (
    _days("Shells fell on Wednesday.", "2020-05-06"),
    _days("Shells fell last Friday.", "2020-05-01"),
    _days("Shells fell between 5 and 11 April.", ("2020-04-05", "2020-04-11")),
    _days("Shells fell from 30 December to 2 January.", ("2019-12-30", "2020-01-02")),
    # of a month that "in" opens no day is given
    _days("In January 12 trucks were hit.", ("2020-01-01", "2020-01-31")),
    _days("On January 12 trucks were hit.", "2020-01-12"),
    _days("In January 2019 trucks were hit.", ("2019-01-01", "2019-01-31")),
    # a year that a comma alone parts from the day
    _days("Shells fell on March 5,2019.", "2019-03-05"),
    _days("Shells fell on Tuesday, March 5,2019, at noon.", "2019-03-05"),
    _days("Shells fell on 5 March,2019.", "2019-03-05"),
    _days("Shells fell on March 5-7,2019.", ("2019-03-05", "2019-03-07")),
    _days("Shells fell from March 5,2019 to April 2,2019.", ("2019-03-05", "2019-04-02")),
    _days("They drove 5,2019 miles in March.", ("2020-03-01", "2020-03-31")),
    # years of two digits, where the day has its own two before and nothing goes on behind
    _days("Снаряды упали 05.03.19 утром.", "2019-03-05"),
    _days("Снаряды упали 28.12.18 г. утром.", "2018-12-28"),
    _days("Снаряды упали 5.03.19 утром.", "2019-03-05"),
    _days("Снаряды падали с 28.12.18 по 03.01.19.", ("2018-12-28", "2019-01-03")),
    _days("Письмо отправлено с адреса 10.10.10.12 утром."),
    _days("Версия 12.31.19 готова."),
    _days("Раздел 5.12.19 готов."),
    # a month or a day of a year that is pointed at
    _days("Shells fell in October last year.", ("2019-10-01", "2019-10-31")),
    _days("Shells fell in April of last year.", ("2019-04-01", "2019-04-30")),
    _days("Shells fell on 3 July last year.", "2019-07-03"),
    _days("Shells fell on July 3 of last year.", "2019-07-03"),
    _days("Talks will open in January next year.", ("2021-01-01", "2021-01-31")),
    _days("Shells fell in January this year.", ("2020-01-01", "2020-01-31")),
    _days("Снаряды упали в октябре прошлого года.", ("2019-10-01", "2019-10-31")),
    _days("Снаряды упали 3 июля прошлого года.", "2019-07-03"),
    _days("Переговоры пройдут в январе следующего года.", ("2021-01-01", "2021-01-31")),
    _days("Снаряды упали 3 марта текущего года.", "2020-03-03"),
    _days("Shells fell in the first half of last year.", ("2019-01-01", "2019-06-30")),
    _days("Shells fell in Q1 2020.", ("2020-01-01", "2020-03-31")),
    _days("Shells fell in the 4th quarter of 2019.", ("2019-10-01", "2019-12-31")),
    _days("Снаряды падали во II квартале 2019 года.", ("2019-04-01", "2019-06-30")),
    _days("Shells fell in the first week of 2019.", ("2019-01-01", "2019-12-31")),
    _days("Shells fell in the first quarter of this year.", ("2020-01-01", "2020-03-31")),
    _days("Снаряды падали в первом квартале прошлого года.", ("2019-01-01", "2019-03-31")),
    _days("Снаряды падали летом прошлого года.", ("2019-06-01", "2019-08-31")),
    _days("Shells fell in the winter of last year.", ("2019-12-01", "2020-02-29")),
    _days(
        "Shells fell in April last week.",
        ("2020-04-01", "2020-04-30"),
        ("2020-04-27", "2020-05-03"),
    ),
    # the day beyond yesterday and tomorrow
    _days("Shells fell the day before yesterday.", "2020-05-04"),
    _days("Talks will open the day after tomorrow.", "2020-05-08"),
    _days("The day after, today, they met.", "2020-05-06"),
    # several days of a month
    _days("Shells fell on 3, 4 and 5 May.", ("2020-05-03", "2020-05-05")),
    _days("Shells fell on May 3, 4 and 5.", ("2020-05-03", "2020-05-05")),
    _days("Снаряды упали 3, 4 и 5 мая.", ("2020-05-03", "2020-05-05")),
    _days("Shells fell from 26 March-3 April.", ("2020-03-26", "2020-04-03")),
    # pointers and seasons in their cases
    _days("Снаряды упали в начале текущего месяца.", ("2020-05-01", "2020-05-31")),
    # seven days back from the day of telling are no week of the calendar
    _days("За прошедшую неделю снаряды не падали."),
    _days("Снаряды падали прошлым летом.", ("2019-06-01", "2019-08-31")),
    _days("Снаряды падали в начале лета 2019 года.", ("2019-06-01", "2019-08-31")),
    _days("Снаряды падали в зиму 2019 года.", ("2019-12-01", "2020-02-29")),
    _days("Снаряды упали минувшей ночью.", "2020-05-05"),
    _days("Снаряды упали этим утром.", "2020-05-06"),
    _days("Переговоры начнутся в будущем году.", ("2021-01-01", "2021-12-31")),
    _days("Shells fell in the current month.", ("2020-05-01", "2020-05-31")),
    # "early", "mid" and "the end of" take no year away
    _days("Shells fell in late April 2019.", ("2019-04-01", "2019-04-30")),
    _days("Shells fell in mid-April 2019.", ("2019-04-01", "2019-04-30")),
    _days("Shells fell at the end of October last year.", ("2019-10-01", "2019-10-31")),
    _days("Снаряды упали в конце октября 2018 года.", ("2018-10-01", "2018-10-31")),
    _days("Снаряды упали в начале прошлого апреля.", ("2020-04-01", "2020-04-30")),
    _days("Shells fell in the first half of April 2019.", ("2019-04-01", "2019-04-30")),
    _days("Снаряды падали в первой половине апреля.", ("2020-04-01", "2020-04-30")),
    # long ago, and a while ago
    _days("The party was founded 40 years ago.", ("1980-01-01", "1980-12-31")),
    _days("Shells fell 100 days ago.", "2020-01-27"),
    _days("Снаряды упали неделю назад.", ("2020-04-27", "2020-05-03")),
    _days("Снаряды упали год назад.", ("2019-01-01", "2019-12-31")),
    _days("Days ago he was in Homs."),
    # what follows what was told
    _days("He left on 29 April. On the following day he came back.", "2020-04-29", "2020-04-30"),
    _days("He left on 29 April. The following week he came back.", "2020-04-29"),
    # a night that two days share, and days with a letter of their case
    _days("Снаряды упали в ночь с 2 на 3 мая.", ("2020-05-02", "2020-05-03")),
    _days("Снаряды упали в ночь на 3 мая.", "2020-05-03"),
    _days("Снаряды упали 3-го мая.", "2020-05-03"),
    _days("Снаряды падали с 1-го по 3-е мая 2019 года.", ("2019-05-01", "2019-05-03")),
    # what is still to come
    _days("Переговоры пройдут в пятницу.", "2020-05-08"),
    _days("Переговоры прошли в пятницу.", "2020-05-01"),
    # two numbers with a slash: as the document's own day shows
    _days("Shells fell on 05/03/2020, and on 05/02/2020.", "2020-05-03", "2020-05-02"),
    _days("Shells fell on 04/05/2020, and on 03/05/2020.", "2020-05-04", "2020-05-03"),
    # the time that went by since what was told, which the day in the head was not
    _days("Shells fell on 20 April. Three days later he died.", "2020-04-20", "2020-04-23"),
    _days("Shells fell on 20 April. Two days before, he left.", "2020-04-20", "2020-04-18"),
    _days("Shells fell on 20 April. He left two days after.", "2020-04-20", "2020-04-22"),
    _days(
        "Shells fell on 20 April. A week later he died.",
        "2020-04-20",
        ("2020-04-27", "2020-05-03"),
    ),
    _days("Shells fell on 20 April. Two days after the attack he died.", "2020-04-20"),
    _days("Снаряды упали 20 апреля. Спустя три дня он умер.", "2020-04-20", "2020-04-23"),
    _days("Снаряды упали 20 апреля. Три дня спустя он умер.", "2020-04-20", "2020-04-23"),
    _days("Снаряды упали 20 апреля. Через два дня он умер.", "2020-04-20", "2020-04-22"),
    _days("Снаряды упали 20 апреля. Двумя днями раньше он ушел.", "2020-04-20", "2020-04-18"),
    _days("Снаряды упали 20 апреля. Днем ранее он ушел.", "2020-04-20", "2020-04-19"),
    _days("Снаряды упали 20 апреля. Через неделю после удара он умер.", "2020-04-20"),
    _days("Переговоры пройдут через два дня.", "2020-05-08"),
    _days("Через два пункта прошли семьи."),
    # more of what is still to come
    _days("The envoy is to brief them on Tuesday.", "2020-05-12"),
    _days("The talks, expected on Tuesday, will be short.", "2020-05-12"),
    _days("The trucks would leave on Saturday.", "2020-05-09"),
    _days("He promised that on Friday he will meet them.", "2020-05-08"),
    _days("He said on Friday that he will meet them.", "2020-05-01"),
    _days("They must leave by Friday.", "2020-05-08"),
    _days("Talks will open in December.", ("2020-12-01", "2020-12-31")),
    _days("Shells fell in December.", ("2019-12-01", "2019-12-31")),
    # ends of a span in other words
    _days("Shells fell from 3 April until 7 April.", ("2020-04-03", "2020-04-07")),
    _days("Shells fell from Monday to Tuesday.", ("2020-05-04", "2020-05-05")),
    _days("Shells fell from April 2019 to March 2020.", ("2019-04-01", "2020-03-31")),
    _days("Shells fell on April 28-May 3.", ("2020-04-28", "2020-05-03")),
    _days("Shells fell on Monday last week.", "2020-04-27"),
    # quarters whose year is left out, years behind the word, and decades, which are no years
    _days("In Q1 food was handed out.", ("2020-01-01", "2020-03-31")),
    _days("In the fourth quarter food was handed out.", ("2019-10-01", "2019-12-31")),
    _days("В первом квартале раздали хлеб.", ("2020-01-01", "2020-03-31")),
    _days("They met for a quarter of an hour."),
    _days("Shells fell in the year 2019.", ("2019-01-01", "2019-12-31")),
    _days("The budget for fiscal year 2021 was signed."),
    _days("Shells fell in the 1990s."),
    _days("В 1990-х здесь было тихо."),
)
