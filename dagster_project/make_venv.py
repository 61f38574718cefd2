"""Makes `.venv` from `requirements.lock`; nothing when it is there and the lock has not changed.

Runs as a file on a bare Python, before anything is installed: the standard library only, nothing
of this package. Two builds may start at once on a fresh clone, so the work is done under a file
lock; the stamp is written last, so an interrupted install starts over.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / ".lock.sha256"


def main() -> int:
    """Make the environment where it is missing or of another lock.

    Returns:
        The exit status: 0 when `.venv` is ready.
    """
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(map(str, sys.version_info[:3]))
        print(f"Sitrep needs Python 3.11 or newer; python3 is {found}.", file=sys.stderr)
        return 1
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    with (ROOT / ".venv.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        if STAMP.exists() and STAMP.read_text() == wanted and (VENV / "bin" / "python").exists():
            return 0
        return _install(wanted)


def _install(wanted: str) -> int:
    print("Setting up .venv from requirements.lock (one to two minutes, once) ...", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    made = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True, check=False
    )
    if made.returncode != 0:
        print(
            "python3 -m venv does not work here; on Debian: apt-get install python3-venv\n"
            + made.stdout
            + made.stderr,
            file=sys.stderr,
        )
        return 1
    # The lock is complete, so the resolver has nothing to add: --no-deps. Imports without
    # bytecode take twice as long: --compile, whatever PYTHONDONTWRITEBYTECODE says.
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    install = [*pip, "install", "--no-deps", "--require-hashes", "--compile", "-r", str(LOCK)]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    installed = subprocess.run(install, check=False, env=environment)  # noqa: S603
    if installed.returncode != 0:
        print("Installing from requirements.lock failed; see above.", file=sys.stderr)
        return 1
    # Dagster's processes start elsewhere, and its instance is of a class of this project.
    (site_packages,) = VENV.glob("lib/python3*/site-packages")
    (site_packages / "sitrep.pth").write_text(f"{ROOT}\n")
    STAMP.write_text(wanted)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
