"""Entry point of `python -m tests.evaluation`; the arguments are in `cli`."""

from tests.evaluation.cli import main

raise SystemExit(main())
