"""Makes `.venv` from `requirements.lock`; nothing when it is there and the lock has not changed.

Two arguments name another environment's folder and lock, both relative to the project.

Runs as a file on a bare Python, before anything is installed: the standard library only, nothing
of this package, and no syntax that Python 3.6 cannot read, since it has to say what is wrong with
an old one. Two builds may start at once on a fresh clone, so the work is done under a file lock;
the stamp is written last, so an interrupted install starts over.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections import deque
from pathlib import Path

OLDEST_PYTHON = (3, 11)
NEWEST_PYTHON = (3, 13)
ROOT = Path(__file__).resolve().parents[2]
VENV = ".venv"
LOCK = "requirements.lock"
STAMP = ".lock.sha256"
# Names the project's folder to the environment's Python.
_HERE = "sitrep.pth"

_PACKAGES_A_LINE = 25
_LAST_LINES = 8
_NO_INDEX = (
    "pip reaches no package index. Is there a network? Behind a proxy, or with an index of your"
    " own, set HTTPS_PROXY or PIP_INDEX_URL. The next `make` tries again."
)
# What pip says, and what it means to a person at a first `make`; the first that fits is said.
_CAUSES = {
    "No space left on device": "The disk is full: .venv takes about 1 GB.",
    "DO NOT MATCH THE HASHES": (
        "The package index gave another file than the one that the lock names; it was not"
        " installed."
    ),
    "ConnectionError": _NO_INDEX,
    "ConnectionRefused": _NO_INDEX,
    "NameResolutionError": _NO_INDEX,
    "ConnectTimeout": _NO_INDEX,
    "ProxyError": _NO_INDEX,
    "(from versions: none)": _NO_INDEX,
}


def main(folder: str = VENV, lock: str = LOCK) -> int:
    """Make the environment where it is missing or of another lock.

    Args:
        folder: Of the environment, in the project.
        lock: The file that names its packages, in the project.

    Returns:
        The exit status: 0 when it is ready.
    """
    venv = ROOT / folder
    wanted = hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()
    if _is_ready(venv, wanted):
        return 0
    python = fitting_python(sys.version_info[:2], working_python)
    if python is None:
        found = ".".join(str(part) for part in sys.version_info[:3])
        print(
            f"Sitrep needs Python 3.11, 3.12 or 3.13. Here python3 is {found}, and there is no"
            " python3.13, python3.12 or python3.11 on the PATH.\nInstall one of them (Debian and"
            " Ubuntu: apt-get install python3-venv; elsewhere python.org, pyenv or uv have it),"
            " then run make again.",
            file=sys.stderr,
        )
        return 1
    try:
        return _make_alone(venv, ROOT / lock, python, wanted)
    except OSError as error:
        print(f"{venv} cannot be made: {error.strerror or error}.", file=sys.stderr)
        return 1


def fitting_python(
    version: "tuple[int, ...]",
    find: "Callable[[str], str | None]",  # noqa: F821 - not in 3.6
) -> "str | None":
    """The Python that `.venv` is made with.

    Args:
        version: Major and minor number of the running Python.
        find: Gives the path of a program of that name, None where there is none that works.

    Returns:
        The running Python's path where it fits, else that of the newest one that does, else None.
    """
    if OLDEST_PYTHON <= tuple(version) <= NEWEST_PYTHON:
        return sys.executable
    minors = range(NEWEST_PYTHON[1], OLDEST_PYTHON[1] - 1, -1)
    return next(filter(None, (find(f"python3.{minor}") for minor in minors)), None)


def working_python(name: str) -> "str | None":
    """The path of a Python on the PATH, None where it is missing or a shim of nothing."""
    path = shutil.which(name)
    if path is None:
        return None
    tried = subprocess.run(  # noqa: S603
        [path, "-c", "import venv"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return path if tried.returncode == 0 else None


def cause_of(lines: "list[str]") -> str:
    """What pip's last lines mean, in one sentence."""
    text = "\n".join(lines)
    fitting = (sentence for words, sentence in _CAUSES.items() if words in text)
    return next(fitting, "Installing from the lock failed; see above.")


def _is_ready(venv: Path, wanted: str) -> bool:
    stamp = venv / STAMP
    return stamp.exists() and stamp.read_text() == wanted and _is_of_here(venv)


def _is_of_here(venv: Path) -> bool:
    """Whether it was made in this folder, with the Python that is there now.

    The programs of one that was moved or copied with its project name the former folder, and
    another version of Python looks for packages in another one.
    """
    python = venv / "bin" / "python"
    is_running = os.path.realpath(str(python)) == os.path.realpath(sys.executable)
    version = "{}.{}".format(*sys.version_info) if is_running else "3*"
    told = venv.glob(f"lib/python{version}/site-packages/{_HERE}")
    return python.exists() and [path.read_text() for path in told] == [f"{ROOT}\n"]


def _make_alone(venv: Path, lock: Path, python: str, wanted: str) -> int:
    import fcntl  # the one module here that Windows has not

    with venv.with_name(venv.name + ".lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        return 0 if _is_ready(venv, wanted) else _install(venv, lock, python, wanted)


def _install(venv: Path, lock: Path, python: str, wanted: str) -> int:
    told = "Setting up {} from {} (one to two minutes, once) ..."
    print(told.format(venv.name, lock.relative_to(ROOT)), flush=True)
    if venv.exists():
        if sys.prefix != sys.base_prefix:
            # `make` runs this with the environment's own Python, which goes with it.
            python = os.path.realpath(python)
        shutil.rmtree(str(venv))
    made = subprocess.run(  # noqa: S603
        [python, "-m", "venv", str(venv)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if made.returncode != 0:
        print(
            f"{python} -m venv does not work here; on Debian: apt-get install python3-venv\n"
            + made.stdout,
            file=sys.stderr,
        )
        return 1
    if not _install_packages(venv, lock):
        return 1
    # Dagster's processes start elsewhere, and its instance is of a class of this project.
    (site_packages,) = venv.glob("lib/python3*/site-packages")
    (site_packages / _HERE).write_text(f"{ROOT}\n")
    (venv / STAMP).write_text(wanted)
    return 0


def _install_packages(venv: Path, lock: Path) -> bool:
    # The lock is complete, so the resolver has nothing to add: --no-deps. Imports without
    # bytecode take twice as long: --compile, whatever PYTHONDONTWRITEBYTECODE says.
    pip = [str(venv / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
    install = [*pip, "install", "--no-deps", "--require-hashes", "--compile", "-r", str(lock)]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(  # noqa: S603
        [*install, "--no-input", "--progress-bar", "off"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    last = deque(maxlen=200)
    fetched = 0
    for line in process.stdout:
        last.append(line.rstrip())
        if line.startswith("Collecting "):
            fetched += 1
            if fetched % _PACKAGES_A_LINE == 0:
                print(f"  {fetched} packages fetched", flush=True)
        elif line.startswith("Installing collected"):
            print(f"  {fetched} packages fetched, installing them ...", flush=True)
        elif "Retrying (" in line:
            print("  the package index does not answer, asking again ...", flush=True)
    if process.wait() == 0:
        return True
    said = [line for line in last if line and not line.startswith("Collecting ")]
    print("\n".join([*said[-_LAST_LINES:], cause_of(said)]), file=sys.stderr)
    return False


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
