"""The figures that may not fall, and by how much they stay below what was reached."""

import json
import math
from pathlib import Path

from tests.evaluation.scoring import Figures

FLOORS_FILE = Path(__file__).with_name("floors.json")
MARGIN = 0.01  # leaves room for a rule that wins elsewhere; a larger loss wants a reason

Floors = dict[str, dict[str, float]]


def load_floors(file: Path = FLOORS_FILE) -> dict[str, Floors]:
    """Floors by corpus, slice and figure."""
    return json.loads(file.read_text(encoding="utf-8"))


def below_floor(floors: Floors, by_slice: dict[str, Figures]) -> list[str]:
    """A line for each figure below its floor, with both numbers; a figure without cases counts."""
    lines = []
    for name, figures in floors.items():
        for figure, floor in figures.items():
            reached = by_slice[name].get(figure)
            if reached is None or reached < floor:
                lines.append(f"{name} {figure}: {reached} is below {floor}")
    return lines


def raised(floors: Floors, by_slice: dict[str, Figures]) -> Floors:
    """The floors moved up to what was reached less the margin; none is lowered."""
    return {
        name: {
            figure: max(floor, math.floor(((by_slice[name].get(figure) or 0) - MARGIN) * 100) / 100)
            for figure, floor in figures.items()
        }
        for name, figures in floors.items()
    }
