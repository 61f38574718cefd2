"""A web server on loopback that does as each test tells it, and pages and feeds as its answers."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STORY = (
    "The second convoy of food and medicine reached the town on Tuesday, officials said.",
    "Talks about a third convoy go on, and nobody would say when it might leave the capital.",
)


@dataclass
class Answer:
    """What the server answers: a status, a body, headers; or a function that writes by itself."""

    body: bytes | str = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    write: Callable[[BaseHTTPRequestHandler], None] | None = None


@dataclass
class Site:
    """The server: answers by path (a list: one after the other), and what it was asked."""

    url: str
    answers: dict[str, Answer | list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    posted: list[str] = field(default_factory=list)

    def answer(self, path: str) -> Answer:
        found = self.answers.get(path, Answer("no such page", 404))
        if isinstance(found, list):
            return found.pop(0) if len(found) > 1 else found[0]
        return found

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


class Server(ThreadingHTTPServer):
    """A server that says nothing of guests who hang up."""

    def handle_error(self, *_: object) -> None:
        pass


@contextmanager
def served() -> Iterator[Site]:
    """A server while the context lasts."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            told.asked.append((self.path, dict(self.headers)))
            answer = told.answer(self.path)
            if answer.write is not None:
                self.close_connection = True
                answer.write(self)
                return
            body = answer.body.encode() if isinstance(answer.body, str) else answer.body
            self.send_response(answer.status)
            headers = {"Content-Type": "text/html; charset=utf-8"} | answer.headers
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            told.posted.append(self.rfile.read(length).decode())
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    server = Server(("127.0.0.1", 0), Handler)
    told = Site(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def page(title: str = "Convoy reaches town", *more: str, head: str = "") -> str:
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in (*STORY, *more))
    return (
        f"<!doctype html><html><head><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    )


def feed(*items: str) -> Answer:
    body = f'<?xml version="1.0"?><rss version="2.0"><channel>{"".join(items)}</channel></rss>'
    return Answer(body, headers={"Content-Type": "application/rss+xml"})


def item(link: str, title: str = "Convoy", extra: str = "") -> str:
    return f"<item><title>{title}</title><link>{link}</link>{extra}</item>"
