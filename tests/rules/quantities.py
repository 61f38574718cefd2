"""What is expected of the quantities in a sentence."""

from dataclasses import dataclass


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


def exact(value: float, unit: str | None = None, currency: str | None = None) -> Quantity:
    """A quantity stated exactly."""
    return Quantity(value, value, value, unit=unit, currency=currency)


def no_quantity(name: str, text: str) -> Reading:
    """A sentence whose figures are no quantities."""
    return Reading(name, text, ())
