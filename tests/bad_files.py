"""A few hundred files that cannot be loaded, each with the reason that it has to be given.

Belongs here: bad files of every kind. Does not belong here: texts that are sound and hostile
(`hostile`), archives and answers of servers (`collecting`).
"""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import socket
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdf

from tests.hostile import TEXTS, one_line
from tests.pdfs import encrypted, pdf

RUSSIAN = "Три грузовика с продовольствием прибыли в город во вторник, сообщили в ведомстве. "
ENGLISH = "Three lorries with food reached the town on Tuesday, the ministry said. "
MAX_NAME_BYTES = 255


@dataclass(frozen=True)
class BadFile:
    """What has to be told of a file.

    Attributes:
        path: Below the raw folder, as it is shown.
        reason: The fixed code; one of several where the damage is random.
        words: Part of the detail.
    """

    path: str
    reason: str | tuple[str, ...]
    words: str = ""


@dataclass
class Writer:
    """Writes into one folder of the raw folder, and keeps what has to be told."""

    raw: Path
    written: list[BadFile]

    def file(
        self, name: str, content: bytes, reason: str | tuple[str, ...], words: str = ""
    ) -> Path:
        path = self.raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.written.append(BadFile(name, reason, words))
        return path

    def told(self, name: str, reason: str, words: str = "") -> Path:
        """A name for something that is no regular file."""
        path = self.raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        self.written.append(BadFile(name, reason, words))
        return path

    def sidecar(self, name: str, content: bytes, words: str) -> None:
        """A sound document with a bad sidecar."""
        self.file(f"{name}.txt", f"{ENGLISH}{name}".encode(), "bad_sidecar", words)
        (self.raw / f"{name}.meta.json").write_bytes(content)


def write_bad_files(raw: Path, seed: int = 0) -> list[BadFile]:
    """Write bad files of every kind below a raw folder.

    Args:
        raw: The folder; it may hold sound documents.
        seed: The same seed gives the same bytes.
    """
    writer = Writer(raw, [])
    kinds: tuple[Callable[[Writer, random.Random], None], ...] = (
        _empty,
        _encodings,
        _binaries,
        _types,
        _sidecars,
        _pages,
        _pdfs,
        _names,
        _no_files,
    )
    for kind in kinds:
        kind(writer, random.Random(f"{seed}-{kind.__name__}"))
    return writer.written


def _empty(writer: Writer, chance: random.Random) -> None:
    blanks = [b"", b" ", b"\n", b"\r\n\t ", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff\x00 ", b"\x0c"]
    blanks += [b"\xc2\xa0" * 3, "\ufeff \u2028\u2003".encode("utf-16"), "\u3000".encode()]
    blanks += [bytes(chance.choices(b" \t\n\r", k=chance.randrange(1, 5000))) for _ in range(9)]
    for number, content in enumerate(blanks):
        for suffix in ("txt", "md"):
            writer.file(f"articles/empty/{number}.{suffix}", content, "empty")


def _encodings(writer: Writer, chance: random.Random) -> None:
    whole = (RUSSIAN * 8).encode()
    for number in range(20):
        # Within a character of two bytes.
        cut = 2 * chance.randrange(100, 200)
        while whole[cut] < 0x80 or whole[cut] >= 0xC0:
            cut += 1
        cut_off = whole[:cut]
        writer.file(f"articles/utf8/cut-{number}.txt", cut_off, "undecodable", "UTF-8")
        broken = bytearray(whole)
        for _ in range(3):
            broken[chance.randrange(len(broken) // 2 + 50, len(broken))] = 0xFF
        writer.file(f"articles/utf8/broken-{number}.txt", bytes(broken), "undecodable")
        for codec, mark in (("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")):
            text = ENGLISH[: chance.randrange(20, 60)]
            half = mark + text.encode(codec)[:-1]
            writer.file(f"articles/utf16/{codec}-cut-{number}.txt", half, "undecodable", "utf-16")
            lone = mark + text.encode(codec) + "\ud83d".encode(codec, "surrogatepass")
            lone += " and on".encode(codec)
            writer.file(f"articles/utf16/{codec}-lone-{number}.txt", lone, "undecodable", "utf-16")
    for codec in ("utf-32", "utf-32-le", "utf-32-be"):
        content = b"" if codec == "utf-32" else "\ufeff".encode(codec)
        content += RUSSIAN.encode(codec)
        writer.file(f"articles/{codec}.txt", content, ("undecodable", "binary"))
    for number in range(20):
        noise = bytes(chance.choices(range(0x80, 0x100), k=chance.randrange(50, 2000)))
        writer.file(f"articles/noise/{number}.txt", noise, "undecodable")
    others = {
        "koi8-r": "Сообщение. ",
        "cp866": "Сообщение. ",
        "iso8859-5": "Сообщение. ",
        "iso8859-6": "وصلت قافلة إلى المدينة. ",
        "iso8859-7": "Τα φορτηγά έφτασαν στην πόλη. ",
        "shift_jis": "日本語の文章。",
        "gb18030": "日本語の文章。",
    }
    for codec, said in others.items():
        content = (said * 30).encode(codec)
        writer.file(f"articles/codec-{codec}.txt", content, "undecodable", "Windows")


def _binaries(writer: Writer, chance: random.Random) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../etc/passwd", "root")
        archive.writestr("bomb.txt", b"0" * 5_000_000)
    database = sqlite3.connect(":memory:")
    database.execute("create table t (n)")
    heads = {
        "png": b"\x89PNG\r\n\x1a\n" + chance.randbytes(300),
        "jpeg": b"\xff\xd8\xff\xe0" + chance.randbytes(300),
        "gif": b"GIF89a" + chance.randbytes(300),
        "zip": packed.getvalue(),
        "gzip": gzip.compress(b"0" * 1_000_000, mtime=0),
        "rtf": b"{\\rtf1 Five lorries.}",
        "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + chance.randbytes(300),
        "sqlite": database.serialize(),
        "elf": b"\x7fELF\x02\x01\x01" + chance.randbytes(300),
        "pdf": pdf("Five lorries came."),
    }
    for name, content in heads.items():
        for suffix in ("txt", "md", "html"):
            writer.file(f"articles/binary/{name}.{suffix}", content, "binary", "begins as")
    for number in range(25):
        text = bytearray((ENGLISH * 10).encode())
        text[chance.randrange(len(text))] = 0
        writer.file(f"bulletins/nul-{number}.txt", bytes(text), "binary", "NUL")
        controls = "".join(chance.choices("\x01\x02\x03\x07\x08\x0e\x1f\x7f", k=9))
        content = (ENGLISH + controls + ENGLISH).encode()
        writer.file(f"bulletins/control-{number}.txt", content, "binary", "control")
        content = b"\x00\x01" + chance.randbytes(2000)
        writer.file(f"articles/random/{number}.txt", content, "binary")


def _types(writer: Writer, chance: random.Random) -> None:
    suffixes = "csv docx xlsx exe json xml yml py sh sql js tar gz bak warc parquet txt~ TXT.old"
    for suffix in suffixes.split():
        name = f"articles/types/document.{suffix}"
        writer.file(name, ENGLISH.encode(), "unsupported_type", "is not read")
    for name in ("README", "articles/no-suffix", "documents/ends-with-a-dot.", "a b c"):
        writer.file(name, ENGLISH.encode(), "unsupported_type", "is not read")
    for number in range(3):
        size = 10_000_001 + chance.randrange(1000)
        path = writer.file(f"articles/large-{number}.txt", b"", "too_large", str(size))
        os.truncate(path, size)


def bad_sidecars() -> Iterator[tuple[bytes, str]]:
    """Contents of sidecars that cannot be used, and what is said of them."""
    for content in (b"", b"{", b"{]", b"{'a': 1}", b'{"a": 1', b"\x00", b"nothing", b'{"a":}'):
        yield content, "no JSON"
    yield b"[" * 100_000, "no JSON"
    yield b'{"a":' * 100_000, "no JSON"
    yield b'{"n": ' + b"9" * 5000 + b"}", "no JSON"
    for content in (b"[]", b'"text"', b"1", b"null", b"true"):
        yield content, "must be a JSON object"
    for content in (b"\xff\xfe{}", '{"outlet": "ТАСС"}'.encode("cp1251"), b'{"a": "\xed\xa0\x80"}'):
        yield content, "no UTF-8"
    yield b'{"outlet": "' + b"x" * 1_000_000 + b'"}', "larger than"
    wrong: tuple[object, ...] = (1, 1.5, True, [], ["x"], {}, {"a": "b"})
    for key in ("outlet", "source_url", "url", "language", "published_date", "replaces"):
        for value in wrong:
            yield json.dumps({key: value}).encode(), "must be text"
        for value in ("\ud800", "TASS \udfff", "a\x00b", "a\x1b[2Jb", "a\nb"):
            yield json.dumps({key: value}).encode(), "no character of a text"
    for day in ("2017-02-30", "2017-13-01", "0000-01-01", "٢٠١٧-٠١-٠١"):
        yield json.dumps({"published_date": day}).encode(), "is no date"
    for day in ("11.09.2017", "2017-9-1", "20170911", "12017-01-01", "yesterday", "'; drop--"):
        yield json.dumps({"published_date": day}).encode(), "must be a date"
    for name in ("../b.txt", "/etc/passwd", "a/b.txt", ".."):
        yield json.dumps({"replaces": name}).encode(), "must be the name of a file"
    for language in ("english", "e", "1", "'; drop table raw.articles; --", "{{ 7 * 7 }}"):
        yield json.dumps({"language": language}).encode(), "ISO 639-1"


def _sidecars(writer: Writer, chance: random.Random) -> None:
    for number, (content, words) in enumerate(bad_sidecars()):
        writer.sidecar(f"articles/sidecars/{number}", content, words)
    for number in range(10):
        content = json.dumps({"outlet": chance.choice(TEXTS)}).encode()
        writer.file(f"articles/lonely-{number}.meta.json", content, "orphan_sidecar", "not there")


def _pages(writer: Writer, chance: random.Random) -> None:
    bodies = {
        "nothing": "",
        "script": "<script>var a = 'Five lorries came.'</script>",
        "style": "<style>p { color: red }</style>",
        "comment": "<!-- Five lorries came. -->",
        "unclosed": "<!-- Five lorries came.",
        "image": "<img src='a.png' alt='Five lorries'>",
    }
    for name, body in bodies.items():
        page = f"<!doctype html><html><head></head><body>{body}</body></html>"
        writer.file(f"articles/pages/{name}.html", page.encode(), "no_text")
    for depth in (300, 5000, 500_000):
        page = "<html><body>" + "<div>" * depth + "<p>Five lorries came.</p></body></html>"
        writer.file(f"articles/pages/deep-{depth}.html", page.encode(), "unreadable", "nested")
    for number in range(5):
        content = b"<html><body>" + chance.randbytes(500) + b"</body></html>"
        reasons = ("binary", "undecodable")
        writer.file(f"articles/pages/random-{number}.htm", content, reasons)


def _pdfs(writer: Writer, chance: random.Random) -> None:
    sound = pdf("Five lorries came.")
    no_text = ("unreadable", "no_text")
    writer.file("articles/pdf/scan.pdf", pdf(), "no_text", "no text")
    writer.file("articles/pdf/locked.pdf", encrypted(), "unreadable", "encrypted")
    for name, content in (("text", ENGLISH.encode()), ("head", b"%PDF-1.7")):
        writer.file(f"articles/pdf/{name}.pdf", content, "unreadable", "PDF")
    writer.file("articles/pdf/nothing.pdf", b"", "empty")
    for number in range(20):
        content = sound[: chance.randrange(10, 300)]
        writer.file(f"articles/pdf/cut-{number}.pdf", content, no_text, "PDF")
        content = b"%PDF-1.4\n" + chance.randbytes(2000)
        writer.file(f"articles/pdf/noise-{number}.pdf", content, no_text, "PDF")
    many = pypdf.PdfWriter()
    for _ in range(501):
        many.add_blank_page(10, 10)
    opened = io.BytesIO()
    many.write(opened)
    writer.file("articles/pdf/pages.pdf", opened.getvalue(), "too_large", "501 pages")


def hostile_names(suffix: str) -> list[str]:
    """File names that a shell, a template, SQL or a page could take for something else."""
    names = [one_line(text).replace("/", "∕")[:80] + suffix for text in TEXTS]
    names += [
        f"new\nline{suffix}",
        f"tab\there{suffix}",
        f"escape\x1b[2J{suffix}",
        f"-rf{suffix}",
        f"--help{suffix}",
        f"*{suffix}",
        f"[a-z]?{suffix}",
        f"~{suffix}",
        f"a\\b{suffix}",
        f"%2e%2e%2f{suffix}",
        f"{'ж' * 120}{suffix}",
        f"{'x' * (MAX_NAME_BYTES - len(suffix))}{suffix}",
        f"e\u0301{suffix}",
        f"\u00e9{suffix}",
        f"\u202etxt.exe{suffix}",
        f"\U0001f69a{suffix}",
    ]
    return [name.lstrip(".") for name in dict.fromkeys(names)]


def _names(writer: Writer, chance: random.Random) -> None:
    for name in hostile_names(".txt"):
        writer.file(f"articles/names/{name}", b"", "empty")
    for number, text in enumerate(TEXTS):
        folder = one_line(text).replace("/", "∕")[:60].lstrip(".")
        writer.file(f"documents/{folder}/{number}.txt", b"\x00", "binary")
    for number in range(5):
        name = os.fsdecode(bytes(chance.choices(range(0x80, 0xC0), k=6)))
        path = writer.raw / "articles" / "bytes" / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b" " * number)
        shown = name.encode("utf-8", "backslashreplace").decode()
        writer.written.append(BadFile(f"articles/bytes/{shown}.txt", "empty"))


def _no_files(writer: Writer, chance: random.Random) -> None:
    outside = writer.raw.parent / "outside"
    outside.mkdir(exist_ok=True)
    (outside / "secret.txt").write_text("The secret word.")
    (outside / "secret.meta.json").write_text('{"outlet": "secret"}')

    def link(name: str, target: object, words: str) -> None:
        writer.told(name, "unreadable", words).symlink_to(str(target))

    link("articles/links/nowhere.txt", "no-such-file.txt", "No such file")
    link("articles/links/loop.txt", "loop.txt", "Too many levels")
    link("articles/links/one.txt", "two.txt", "Too many levels")
    link("articles/links/two.txt", "one.txt", "Too many levels")
    link("articles/links/out.txt", outside / "secret.txt", "out of the raw folder")
    link("articles/links/passwd.txt", "/etc/passwd", "out of the raw folder")
    link("articles/links/up.txt", "../../../outside/secret.txt", "out of the raw folder")
    link("articles/links/folder.txt", outside, "a link to a folder")
    link("articles/links/parent", "..", "a link to a folder")
    link("articles/links/null.txt", "/dev/null", "no regular file")
    os.mkfifo(writer.told("articles/pipe.txt", "unreadable", "no regular file"))
    os.mkfifo(writer.told("articles/lonely-pipe.meta.json", "unreadable", "no regular file"))
    listening = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    writer.told("articles/socket.txt", "unreadable", "no regular file")
    os.chdir(writer.raw / "articles")  # a socket's path may be no longer than 107 bytes
    try:
        listening.bind("socket.txt")
    finally:
        listening.close()
        os.chdir(here)
    for number, target in enumerate(("no-such-file", outside / "secret.meta.json", "loop")):
        writer.file(f"articles/by-link-{number}.txt", ENGLISH.encode(), "bad_sidecar", "by-link")
        (writer.raw / f"articles/by-link-{number}.meta.json").symlink_to(str(target))
    writer.file("articles/by-pipe.txt", ENGLISH.encode(), "bad_sidecar", "by-pipe.meta.json")
    os.mkfifo(writer.raw / "articles" / "by-pipe.meta.json")
    # Folders are no documents, whatever they are called; what lies in them is.
    writer.file("articles/folder.txt/inner.txt", b"", "empty")
    writer.file("articles/folder.meta.json/inner.txt", b"", "empty")
    _write_too_deep(writer)


def _write_too_deep(writer: Writer) -> None:
    """Folders within folders, until the system takes the path no more."""
    folder, here = "documents", Path.cwd()
    (writer.raw / folder).mkdir(exist_ok=True)
    os.chdir(writer.raw / folder)
    try:
        while len(str(writer.raw)) + 1 + len(folder.encode()) < os.pathconf("/", "PC_PATH_MAX"):
            Path("d" * 200).mkdir()
            os.chdir("d" * 200)
            folder += "/" + "d" * 200
    finally:
        os.chdir(here)
    writer.written.append(BadFile(folder, "unreadable", "a folder: File name too long"))
