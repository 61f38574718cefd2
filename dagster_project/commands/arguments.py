"""What the commands take on their command line.

Belongs here: a parser that says what a command does and refuses what it does not know. Does not
belong here: arguments of one command (the command), SQL as an argument (`query`).
"""

from __future__ import annotations

import argparse


def parser_of(command: str, documentation: str | None) -> argparse.ArgumentParser:
    """A parser that knows `--help` alone.

    Args:
        command: Name of the module in this folder.
        documentation: What the module says of itself, of which the first line is shown.
    """
    first_line = (documentation or "").partition("\n")[0]
    return argparse.ArgumentParser(
        prog=f"python -m {__package__}.{command}", description=first_line, allow_abbrev=False
    )
