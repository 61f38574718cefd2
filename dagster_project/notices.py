"""One notice when refreshes begin to fail, one when they work again, one of documents set aside.

Belongs here: whom to tell, and that it was told. Does not belong here: what a failure is
(`automation`, `commands`). The address is a secret: it comes from the environment and appears in no
log, metadata or file.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from dagster_project.settings import Settings
from dagster_project.sql import open_to_read, query

_FAILED, _WORKS, _SET_ASIDE = "failed", "works", "set_aside"
_SECONDS = 10
_CHARACTERS = 2_000


def tell(settings: Settings, *, works: bool, said: str, log: Callable[[str], None]) -> bool:
    """Tell of a change between failing and working; of anything else tell nothing.

    Args:
        settings: Where to, and where it is remembered.
        works: How the last refresh ended.
        said: What went wrong, in words; not sent when it works.
        log: Gets a line where the notice could not be sent; it is then tried again the next time.

    Returns:
        Whether a notice was sent.
    """
    if settings.notice_url is None:
        return False
    state, remembered = (_WORKS if works else _FAILED), settings.build_dir / "notice_state"
    try:
        before = remembered.read_text()
    except OSError:  # never told, or a folder that cannot be used
        before = _WORKS
    if state == before:
        return False
    head = "Sitrep: refreshes work again." if works else "Sitrep: a refresh failed."
    if not _send(settings, state, head if works else f"{head}\n{said}", log):
        return False
    _remember(remembered, state, log)
    return True


def tell_of_set_aside(settings: Settings, log: Callable[[str], None]) -> bool:
    """Tell of documents that the published file leaves out, each text of them once.

    Args:
        settings: Where to, which warehouse, and where it is remembered.
        log: Gets a line where the notice could not be sent; it is then tried again the next time.

    Returns:
        Whether a notice was sent.
    """
    if settings.notice_url is None or not settings.published_database.exists():
        return False
    with open_to_read(settings.published_database) as connection:
        rows = query(
            connection,
            "select source_path, content_sha256, detail from marts.audit_rejections"
            " where reason = 'breaks_a_check' order by source_path, content_sha256",
        )[1]
    remembered = settings.build_dir / "notice_set_aside.json"
    try:
        known = json.loads(remembered.read_text())
    except (OSError, ValueError):  # a full disk leaves a file that ends too early
        known = []
    now = [[path, sha] for path, sha, _ in rows]
    new = [f"{path}: {detail}" for path, sha, detail in rows if [path, sha] not in known]
    if new:
        count = "1 document is" if len(new) == 1 else f"{len(new)} documents are"
        text = "\n".join([f"Sitrep: {count} set aside, the others are published.", *new])
        if not _send(settings, _SET_ASIDE, text, log):
            return False
    if now != known:
        _remember(remembered, json.dumps(now), log)
    return bool(new)


def _remember(path: Path, text: str, log: Callable[[str], None]) -> None:
    try:
        path.write_text(text)
    except OSError as error:
        log(f"That a notice was sent cannot be remembered: {error.strerror}.")


def _send(settings: Settings, state: str, text: str, log: Callable[[str], None]) -> bool:
    # a refresh that has nobody to tell starts without it
    import httpx

    try:
        answer = httpx.post(
            settings.notice_url or "",
            json={"text": text[:_CHARACTERS], "state": state},
            timeout=_SECONDS,
        )
        answer.raise_for_status()
    except httpx.HTTPStatusError as error:
        log(f"The notice was not taken: the server answered {error.response.status_code}.")
        return False
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        log(f"The notice could not be sent: {type(error).__name__}.")
        return False
    return True
