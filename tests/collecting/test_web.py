"""The web client against a server that misbehaves."""

import gzip
import time
from http.server import BaseHTTPRequestHandler

import pytest

from dagster_project.collecting.web import FetchError, Validators, Web
from tests.collecting.conftest import LIMITS
from tests.sites import Answer, page


def refused(web: Web, url: str) -> str:
    with pytest.raises(FetchError) as caught:
        web.fetch(url)
    return str(caught.value)


def test_document_and_validators(site, web):
    site.answers["/a"] = Answer("text", headers={"ETag": '"1"', "Last-Modified": "yesterday"})
    fetched = web.fetch(f"{site.url}/a")
    assert fetched.content == b"text"
    assert fetched.media_type == "text/html"
    assert fetched.validators == Validators('"1"', "yesterday")


def test_what_did_not_change_is_not_sent_again(site, web):
    site.answers["/a"] = Answer(status=304)
    fetched = web.fetch(f"{site.url}/a", Validators('"1"', "yesterday"))
    assert fetched.content is None
    _, headers = site.asked[-1]
    assert headers["If-None-Match"] == '"1"'
    assert headers["If-Modified-Since"] == "yesterday"


def test_validators_that_no_header_can_hold_are_not_sent_back(site, web):
    site.answers["/a"] = Answer("text")
    fetched = web.fetch(f"{site.url}/a", Validators('"é"', "Пн, 23 ноя 2026"))
    assert fetched.content == b"text"
    assert "If-None-Match" not in site.asked[-1][1]


def test_robots_txt_is_obeyed(site, web):
    site.answers["/robots.txt"] = Answer("User-agent: *\nDisallow: /private\nCrawl-delay: 3")
    site.answers["/a"] = site.answers["/private/a"] = Answer("text")
    assert web.fetch(f"{site.url}/a").content == b"text"
    assert "robots.txt forbids it" in refused(web, f"{site.url}/private/a")
    assert site.paths() == ["/a"]


def test_crawl_delay_is_kept_between_requests(site, web, waits):
    site.answers["/robots.txt"] = Answer("User-agent: *\nCrawl-delay: 3")
    site.answers["/a"] = Answer("text")
    web.fetch(f"{site.url}/a")
    web.fetch(f"{site.url}/a")
    assert max(waits) == pytest.approx(3, abs=0.5)


def test_host_whose_robots_txt_fails_is_left_alone(site, web):
    site.answers["/robots.txt"] = Answer(status=503)
    site.answers["/a"] = Answer("text")
    assert "robots.txt cannot be read" in refused(web, f"{site.url}/a")
    assert site.paths() == []


def test_error_is_tried_again_and_may_pass(site, web, waits):
    site.answers["/a"] = [Answer(status=500), Answer(status=502), Answer("text")]
    assert web.fetch(f"{site.url}/a").content == b"text"
    assert len(waits) == 2


def test_error_that_stays_is_told(site, web):
    site.answers["/a"] = Answer(status=500)
    assert "answered 500" in refused(web, f"{site.url}/a")
    assert site.paths() == ["/a"] * LIMITS.attempts


def test_missing_page_is_asked_for_once(site, web):
    assert "answered 404" in refused(web, f"{site.url}/a")
    assert site.paths() == ["/a"]


def test_retry_after_is_waited_for(site, web, waits):
    site.answers["/a"] = [Answer(status=429, headers={"Retry-After": "4"}), Answer("text")]
    assert web.fetch(f"{site.url}/a").content == b"text"
    assert waits == [4]


def test_retry_after_that_is_no_number_is_passed_over(site, web, waits):
    site.answers["/a"] = [Answer(status=429, headers={"Retry-After": "\xb2"}), Answer("text")]
    assert web.fetch(f"{site.url}/a").content == b"text"
    assert len(waits) == 1


def test_retry_after_beyond_patience_is_left_for_the_next_time(site, web, waits):
    site.answers["/a"] = Answer(status=429, headers={"Retry-After": "3600"})
    assert "asks to wait 3600 seconds" in refused(web, f"{site.url}/a")
    assert waits == []


def test_redirect_is_followed(site, web):
    site.answers["/a"] = Answer(status=301, headers={"Location": "/b"})
    site.answers["/b"] = Answer("text")
    fetched = web.fetch(f"{site.url}/a")
    assert (fetched.content, fetched.url) == (b"text", f"{site.url}/b")


def test_robots_txt_is_obeyed_behind_a_redirect(site, web):
    site.answers["/robots.txt"] = Answer("User-agent: *\nDisallow: /private")
    site.answers["/a"] = Answer(status=301, headers={"Location": "/private/a"})
    site.answers["/private/a"] = Answer("text")
    assert "/private/a: robots.txt forbids it" in refused(web, f"{site.url}/a")
    assert site.paths() == ["/a"]


def test_robots_txt_of_a_redirects_host_is_asked(site, other_site):
    other_site.answers["/robots.txt"] = Answer("User-agent: *\nDisallow: /")
    other_site.answers["/a"] = Answer("text")
    site.answers["/a"] = Answer(status=301, headers={"Location": f"{other_site.url}/a"})
    with Web(LIMITS, trusted_hosts={"127.0.0.1"}, sleep=lambda _: None) as web:
        assert "robots.txt forbids it" in refused(web, f"{site.url}/a")
    assert other_site.paths() == []


def test_robots_txt_may_lie_behind_a_redirect(site, web):
    site.answers["/robots.txt"] = Answer(status=301, headers={"Location": "/rules/robots"})
    site.answers["/rules/robots"] = Answer("User-agent: *\nDisallow: /private\nDisallow: /rules")
    site.answers["/a"] = Answer("text")
    assert web.fetch(f"{site.url}/a").content == b"text"
    assert "robots.txt forbids it" in refused(web, f"{site.url}/private/a")


def test_redirect_loop_ends(site, web):
    site.answers["/a"] = Answer(status=302, headers={"Location": "/b"})
    site.answers["/b"] = Answer(status=302, headers={"Location": "/a"})
    assert "redirects" in refused(web, f"{site.url}/a")


def test_body_beyond_the_limit_is_not_read_to_its_end(site, web):
    sent = []

    def hundred_megabytes(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b"x" * 1_000_000)
            sent.append(1)

    site.answers["/a"] = Answer(write=hundred_megabytes)
    assert "larger than 200000 bytes" in refused(web, f"{site.url}/a")
    assert len(sent) < 100


def test_small_body_that_unpacks_to_a_large_one_is_refused(site, web):
    bomb = gzip.compress(b"x" * 5_000_000)
    assert len(bomb) < LIMITS.max_bytes
    site.answers["/a"] = Answer(bomb, headers={"Content-Encoding": "gzip"})
    assert "larger than 200000 bytes" in refused(web, f"{site.url}/a")


def test_gzip_of_several_parts_is_unpacked_whole(site, web):
    def write(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Encoding", "gzip")
        handler.end_headers()
        packed = gzip.compress(b"text, ") + gzip.compress(b"and the rest") + b"\0\0"
        for start in range(0, len(packed), 7):
            handler.wfile.write(packed[start : start + 7])
            handler.wfile.flush()
            time.sleep(0.01)

    site.answers["/a"] = Answer(write=write)
    assert web.fetch(f"{site.url}/a").content == b"text, and the rest"


def test_gzip_is_unpacked(site, web):
    site.answers["/a"] = Answer(gzip.compress(b"text"), headers={"Content-Encoding": "gzip"})
    assert web.fetch(f"{site.url}/a").content == b"text"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (gzip.compress(page().encode())[:-20], "ends too early"),
        (b"no gzip at all", "cannot be decompressed"),
    ],
    ids=["cut-off", "no-gzip"],
)
def test_damaged_gzip_is_refused(site, web, body, said):
    site.answers["/a"] = Answer(body, headers={"Content-Encoding": "gzip"})
    assert said in refused(web, f"{site.url}/a")


def test_body_that_drips_is_given_up(site, web):
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(40):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.1)

    site.answers["/a"] = Answer(write=drip)
    assert "not done after 1 seconds" in refused(web, f"{site.url}/a")


def test_server_that_hangs_up_is_tried_again(site, web):
    site.answers["/a"] = [Answer(write=lambda _: None), Answer("text")]
    assert web.fetch(f"{site.url}/a").content == b"text"


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://127.0.0.1/a", "javascript:1", "http://"]
)
def test_only_the_web_is_fetched(web, url):
    assert "only http and https" in refused(web, url)


def test_links_do_not_lead_into_a_private_network(site):
    site.answers["/a"] = Answer("secret")
    with Web(LIMITS, sleep=lambda _: None) as stranger:
        assert "private network" in refused(stranger, f"{site.url}/a")
    assert site.asked == []


def test_redirects_do_not_lead_into_a_private_network(site, web):
    there = site.url.replace("127.0.0.1", "127.0.0.2")
    site.answers["/a"] = Answer(status=302, headers={"Location": f"{there}/secret"})
    site.answers["/secret"] = Answer("secret")
    assert "private network" in refused(web, f"{site.url}/a")
    assert "/secret" not in site.paths()
