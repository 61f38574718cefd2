"""What is told of a failure.

Belongs here: how what Spark says becomes a few lines for whoever reads them. Does not belong here:
what is done then (`build`, `hand_over`).
"""

from __future__ import annotations

import re

_FRAME = re.compile(r"\s*(at [\w.$]+[(/]|\.\.\. \d+ more$)")
_SHOWN = 800


def reasons(said: str) -> str:
    """Why something failed, without where in Spark's or Python's own code it did.

    Args:
        said: An error's text, with the frames of its stacks.

    Returns:
        Its first reason and its last cause, at most 800 characters.
    """
    told = said.split("JVM stacktrace")[0].splitlines()
    lines = [line for line in told if line.strip() and not _FRAME.match(line)]
    half = _SHOWN // 2
    text = "\n".join(lines)
    return text if len(text) <= _SHOWN else f"{text[:half]}\n[...]\n{text[-half:]}"
