"""One notice when refreshes begin to fail, and one when they work again.

Belongs here: whom to tell, and that it was told. Does not belong here: what a failure is
(`automation`, `commands`). The address is a secret: it comes from the environment and appears in no
log, metadata or file.
"""

from __future__ import annotations

from collections.abc import Callable

from dagster_project.settings import Settings

_FAILED, _WORKS = "failed", "works"
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
    before = remembered.read_text() if remembered.exists() else _WORKS
    if state == before:
        return False
    # a refresh that has nobody to tell starts without it
    import httpx

    head = "Sitrep: refreshes work again." if works else "Sitrep: a refresh failed."
    text = head if works else f"{head}\n{said}"[:_CHARACTERS]
    try:
        answer = httpx.post(
            settings.notice_url,
            json={"text": text, "state": state},
            timeout=_SECONDS,
        )
        answer.raise_for_status()
    except httpx.HTTPStatusError as error:
        log(f"The notice was not taken: the server answered {error.response.status_code}.")
        return False
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        log(f"The notice could not be sent: {type(error).__name__}.")
        return False
    remembered.write_text(state)
    return True
