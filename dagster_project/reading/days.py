"""The days that a document can be of, as its page or sidecar states them.

Belongs here: what no clock or form would have meant. A page whose form was left empty says
0001-01-01, a list that never ends 9999-12-31; with such a day the calendar would have a row for
each day of thousands of years.
"""

from __future__ import annotations

from datetime import date

# As of the years in texts, see the model int_date_expressions.
FIRST_YEAR, LAST_YEAR = 1940, 2039


def is_possible(day: date) -> bool:
    """Whether a document can have been published on a day."""
    return FIRST_YEAR <= day.year <= LAST_YEAR
