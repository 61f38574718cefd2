"""How figures, days and names read on the page.

Belongs here: the template's filters. The page's script says the same in `templates/data.js`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

_QUALIFIERS = {
    "about": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
    "less_than": "less than ",
}
_SHORT_FORMS = {"idps": "IDPs", "unhcr": "UNHCR"}
_SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def words(key: object) -> str:
    """A key as words: `people_killed` as `People killed`, `idps_returned` as `IDPs returned`."""
    parts = str(key).replace("_", " ").replace("-", " ").split(" ")
    text = " ".join(_SHORT_FORMS.get(part, part) for part in parts)
    return text[:1].upper() + text[1:]


def number(value: object) -> str:
    """A number with its thousands parted; millions of millions in words."""
    if value is None:
        return ""
    amount = float(str(value))
    for size, name in _SCALES:
        if abs(amount) >= max(size, 1e7):
            return f"{amount / size:,.3f}".rstrip("0").rstrip(".") + name
    return f"{amount:,.2f}".rstrip("0").rstrip(".") if amount % 1 else f"{amount:,.0f}"


def day(value: object) -> str:
    """A day as `5 Jan 2020`."""
    if not isinstance(value, date):
        return "no date"
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def figure(row: Mapping[str, object]) -> str:
    """A figure as stated, with its qualifier and unit."""
    if row["value"] is not None:
        said = _QUALIFIERS.get(str(row["qualifier"]), "") + number(row["value"])
    elif row["value_low"] is not None and row["value_high"] is not None:
        said = f"{number(row['value_low'])} to {number(row['value_high'])}"
    else:
        return "not legible"
    return f"{said} {row['unit']}" if row["unit"] else said


def share(row: Mapping[str, object], highest: object) -> int:
    """Length of a figure's bar, in percent of the highest."""
    value = next((row[name] for name in ("value", "value_high", "value_low") if row[name]), 0)
    top = float(str(highest or 0))
    return round(100 * float(str(value)) / top) if top > 0 else 0
