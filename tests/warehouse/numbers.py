"""How bulletins write numbers: with marks between thousands, with decimals, in words."""

THOUSANDS = {
    "comma": ",",
    "blank": " ",
    "no-break": "\u00a0",
    "narrow": "\u202f",
    "apostrophe": "'",
    "point": ".",
    "none": "",
}


def _words(text: str) -> list[str]:
    return text.split()


EN_SMALL = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
EN_TENS = _words("_ _ twenty thirty forty fifty sixty seventy eighty ninety")
RU_SMALL = _words(
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать"
    " тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
)
RU_TENS = _words("_ _ двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")
RU_HUNDREDS = _words("_ сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот")


def in_figures(value: float, thousands: str, language: str) -> str:
    """The number in figures, with one decimal where it is no whole one.

    Args:
        value: Not negative.
        thousands: A key of THOUSANDS. A point is one only where it cannot be taken for a decimal
            one: in a number with a decimal comma, or of a million and more; else a comma, which
            in Russian is a blank.
        language: `en` or `ru`.
    """
    whole, _, fraction = f"{value:,.1f}".partition(".")
    decimal = "," if language == "ru" or thousands == "point" else "."
    mark = THOUSANDS[thousands]
    # four bare digits may be a year
    if not mark and 1900 <= value < 2100:
        mark = ","
    if mark == "." and fraction == "0" and whole.count(",") < 2:
        mark = ","
    if mark == "," and language == "ru":
        mark = " "
    return whole.replace(",", mark) + (f"{decimal}{fraction}" if fraction != "0" else "")


def in_words(value: int, language: str) -> str:
    """The number in words, in Russian as masculine nouns want it.

    Raises:
        ValueError: Not from 0 to 999.
    """
    if not 0 <= value <= 999:
        raise ValueError(f"no words for {value}")
    hundreds, rest = divmod(value, 100)
    if language == "ru":
        words = [RU_HUNDREDS[hundreds]] if hundreds else []
        words += _below_hundred(rest, RU_SMALL, RU_TENS, " ") if rest or not hundreds else []
        return " ".join(words)
    below = "".join(_below_hundred(rest, EN_SMALL, EN_TENS, "-"))
    if not hundreds:
        return below
    return f"{EN_SMALL[hundreds]} hundred" + (f" and {below}" if rest else "")


def _below_hundred(value: int, small: list[str], tens: list[str], joint: str) -> list[str]:
    if value < 20:
        return [small[value]]
    ten, one = divmod(value, 10)
    return [tens[ten] + (joint + small[one] if one else "")]
