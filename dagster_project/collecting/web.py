"""Fetching over HTTP as a polite guest who trusts nobody.

Belongs here: conditional requests, robots.txt, pauses, retries, limits. Does not belong here: what
the fetched bytes mean.
"""

from __future__ import annotations

import ipaddress
import socket
import time
import zlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType

import httpx
import tenacity
from protego import Protego

from dagster_project.collecting.records import Validators

USER_AGENT = "Sitrep/0.1 (collects news and bulletins about Syria for a data warehouse)"
_ROBOTS = "/robots.txt"
_ROBOTS_BYTES = 500_000
_IS_ROBOTS = "sitrep.is_robots"
_GZIP = b"\x1f\x8b"
_TRIED_AGAIN = frozenset({429, 500, 502, 503, 504})


class FetchError(Exception):
    """A document could not be fetched; the message says why, in words.

    Attributes:
        status: What the server answered with, None where it was no answer that failed.
        may_pass: Whether the server may answer better later.
    """

    def __init__(self, message: str, status: int | None = None, *, may_pass: bool = False) -> None:
        super().__init__(message)
        self.status = status
        self.may_pass = may_pass


class _MomentaryError(FetchError):
    """The server may answer better later.

    Attributes:
        after: Seconds that the server asked to wait, None where it named none.
    """

    def __init__(self, message: str, status: int | None = None, after: float | None = None) -> None:
        super().__init__(message, status, may_pass=True)
        self.after = after


@dataclass(frozen=True)
class Limits:
    """What one fetch may cost.

    Attributes:
        max_bytes: Of a body, after decompression.
        connect_seconds: Until the connection stands, and between two pieces of a body.
        total_seconds: For the whole of one attempt.
        attempts: Including the first.
        longest_wait_seconds: A server that asks for a longer pause is left for the next time.
        pause_seconds: Between two requests to one host.
        max_redirects: Of one request.
    """

    max_bytes: int = 10_000_000
    connect_seconds: float = 20
    total_seconds: float = 120
    attempts: int = 3
    longest_wait_seconds: float = 60
    pause_seconds: float = 1
    max_redirects: int = 5


@dataclass(frozen=True)
class Fetched:
    """What came.

    Attributes:
        url: After redirects.
        content: The body, decompressed; None where the server said that nothing changed.
        media_type: As the server named it, lower case, without parameters; '' where it did not.
        charset: As the server named it, None where it did not.
        validators: For the next request.
    """

    url: str
    content: bytes | None
    media_type: str
    charset: str | None
    validators: Validators


@dataclass
class _Host:
    """What is remembered of a host during one collection."""

    free_at: float = 0
    pause: float | None = None
    robots: Protego | None = None
    refused: str | None = None


class Web:
    """A client for one collection; a context manager."""

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        trusted_hosts: Collection[str] = (),
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Make a client; connections are opened when needed.

        Args:
            limits: What a fetch may cost.
            trusted_hosts: Names that may lie in a private network, since a person wrote them into
                the sources file. Links and redirects lead to public addresses only.
            sleep: Waits some seconds; what it raises ends the fetch.
        """
        self._limits = limits or Limits()
        self._trusted = frozenset(trusted_hosts)
        self._sleep = sleep
        self._hosts: dict[str, _Host] = {}
        self._client = httpx.Client(
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip"},
            timeout=self._limits.connect_seconds,
            follow_redirects=True,
            max_redirects=self._limits.max_redirects,
            event_hooks={"request": [self._refuse_private, self._ask_robots]},
        )

    def __enter__(self) -> Web:
        """Use the client."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close its connections."""
        self._client.close()

    def fetch(self, url: str, known: Validators | None = None) -> Fetched:
        """Fetch a document, if it changed.

        Args:
            url: Where it lies.
            known: What its last version came with.

        Returns:
            The document, or that it did not change.

        Raises:
            FetchError: It may not be fetched, or could not be.
        """
        known = known or Validators()
        try:
            parts = httpx.URL(url)
        except httpx.InvalidURL as error:
            raise FetchError(f"{url}: {error}") from error
        if parts.scheme not in {"http", "https"} or not parts.host:
            raise FetchError(f"{url}: only http and https are fetched")
        host = self._host(_origin(parts))
        self._look_at_robots(url, host)
        headers = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
        # Letters beyond ASCII, as in a date in the server's own language, cannot be sent back.
        asked = {name: value for name, value in headers.items() if value and value.isascii()}
        fetched = self._persistently(url, host, asked, self._limits.max_bytes)
        if fetched.content is not None:
            return fetched
        # A server need not repeat them with "nothing changed".
        said = fetched.validators
        still = Validators(said.etag or known.etag, said.last_modified or known.last_modified)
        return replace(fetched, validators=still)

    def _host(self, origin: str) -> _Host:
        """A host with its robots.txt.

        RFC 9309: a missing one (4xx) permits all, one that cannot be had forbids all.
        """
        if origin in self._hosts:
            return self._hosts[origin]
        host = self._hosts[origin] = _Host()
        try:
            found = self._persistently(f"{origin}{_ROBOTS}", host, {}, _ROBOTS_BYTES)
        except FetchError as error:
            if error.status is None or error.status >= 500 or error.status == 429:
                host.refused = f"robots.txt cannot be read ({error})"
            return host
        host.robots = Protego.parse((found.content or b"").decode("utf-8", errors="replace"))
        delay = host.robots.crawl_delay(USER_AGENT)
        host.pause = min(float(delay), self._limits.longest_wait_seconds) if delay else None
        return host

    @staticmethod
    def _look_at_robots(url: str, host: _Host) -> None:
        if host.refused:
            raise FetchError(f"{url}: {host.refused}", may_pass=True)
        if host.robots is not None and not host.robots.can_fetch(url, USER_AGENT):
            raise FetchError(f"{url}: robots.txt forbids it")

    def _ask_robots(self, request: httpx.Request) -> None:
        """Ask of each redirect as of the first address; a robots.txt may lie behind one itself."""
        if not request.extensions.get(_IS_ROBOTS):
            self._look_at_robots(str(request.url), self._host(_origin(request.url)))

    def _persistently(
        self, url: str, host: _Host, headers: dict[str, str], max_bytes: int
    ) -> Fetched:
        attempts = tenacity.Retrying(
            stop=tenacity.stop_after_attempt(self._limits.attempts),
            retry=tenacity.retry_if_exception_type(_MomentaryError),
            wait=_wait,
            sleep=self._sleep,
            reraise=True,
        )
        return attempts(self._once, url, host, headers, max_bytes)

    def _once(self, url: str, host: _Host, headers: dict[str, str], max_bytes: int) -> Fetched:
        self._keep_pause(host)
        began = time.monotonic()
        try:
            # what a redirect's request has, too
            marks = {_IS_ROBOTS: url.endswith(_ROBOTS)}
            with self._client.stream("GET", url, headers=headers, extensions=marks) as response:
                self._look_at_status(url, response)
                unchanged = response.status_code == 304
                body = None if unchanged else self._body(url, response, began, max_bytes)
        except httpx.TooManyRedirects as error:
            raise FetchError(f"{url}: more than {self._limits.max_redirects} redirects") from error
        except zlib.error as error:
            raise FetchError(f"{url}: the body cannot be decompressed") from error
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise FetchError(f"{url}: {error}") from error
        except httpx.TransportError as error:
            said = f"{type(error).__name__}: {error}".rstrip(": ")
            raise _MomentaryError(f"{url}: {said}") from error
        return Fetched(
            url=str(response.url),
            content=body,
            media_type=response.headers.get("content-type", "").split(";")[0].strip().lower(),
            charset=response.charset_encoding,
            validators=Validators(
                response.headers.get("etag"), response.headers.get("last-modified")
            ),
        )

    def _refuse_private(self, request: httpx.Request) -> None:
        name = request.url.host
        if name in self._trusted:
            return
        try:
            found = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpx.ConnectError(f"{name} is not known") from error
        if not all(ipaddress.ip_address(address[4][0]).is_global for address in found):
            raise FetchError(f"{request.url}: lies in a private network")

    def _keep_pause(self, host: _Host) -> None:
        wait = host.free_at - time.monotonic()
        if wait > 0:
            self._sleep(wait)
        pause = self._limits.pause_seconds if host.pause is None else host.pause
        host.free_at = time.monotonic() + pause

    def _look_at_status(self, url: str, response: httpx.Response) -> None:
        status = response.status_code
        if status == 304 or 200 <= status < 300:
            return
        said = f"{url}: the server answered {status}"
        after = _retry_after(response.headers.get("retry-after"))
        if status not in _TRIED_AGAIN:
            raise FetchError(said, status)
        if after is not None and after > self._limits.longest_wait_seconds:
            waits = f"{said} and asks to wait {after:.0f} seconds"
            raise FetchError(waits, status, may_pass=True)
        raise _MomentaryError(said, status, after)

    def _body(self, url: str, response: httpx.Response, began: float, max_bytes: int) -> bytes:
        body = bytearray()
        # By hand, since the client takes a gzip that was cut off for a whole one.
        packed = response.headers.get("content-encoding", "identity").lower()
        if packed not in {"identity", "gzip"}:
            raise FetchError(f"{url}: packed as {packed}, which was not asked for")
        gzip = _unpacker() if packed == "gzip" else None
        for piece in response.iter_raw():
            body += gzip.decompress(piece, max_bytes + 1) if gzip else piece
            # A body may be packed in several parts, one behind the other.
            while gzip and gzip.eof and gzip.unused_data.startswith(_GZIP):
                rest, gzip = gzip.unused_data, _unpacker()
                body += gzip.decompress(rest, max_bytes + 1)
            if len(body) > max_bytes:
                raise FetchError(f"{url}: larger than {max_bytes} bytes")
            if time.monotonic() - began > self._limits.total_seconds:
                seconds = f"{self._limits.total_seconds:.0f} seconds"
                raise FetchError(f"{url}: not done after {seconds}", may_pass=True)
        if gzip and not gzip.eof:
            raise FetchError(f"{url}: the body ends too early", may_pass=True)
        return bytes(body)


def _unpacker() -> zlib._Decompress:
    return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)


def _origin(url: httpx.URL) -> str:
    """Whose robots.txt tells of an address."""
    return f"{url.scheme}://{url.netloc.decode()}"


def _wait(state: tenacity.RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    if isinstance(error, _MomentaryError) and error.after is not None:
        return error.after
    return tenacity.wait_exponential_jitter(initial=1, max=30)(state)


def _retry_after(value: str | None) -> float | None:
    """Seconds until the moment that a Retry-After header names, in either of its forms."""
    if value is None:
        return None
    if value.strip().isdecimal():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
