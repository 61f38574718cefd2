"""Bytes to text: which of the known encodings a file is in.

Only encodings that the sources use are tried: UTF-8, UTF-16, Windows-1251 and Windows-1252. A
guess among all that exist would turn damaged files into plausible nonsense.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from dagster_project.reading.rejections import Reason, RejectedError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
)
_BOM_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)

# First bytes of what is often found among text files under a text's name.
_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP or Office document"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0", "old Office document"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x7fELF", "ELF"),
)

# Control characters that no text holds; tab, line ends, form feed and escape sequences aside.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.002

_PUNCTUATION = frozenset(".,;:!?'\"()[]-–—/%«»“”’‘…№&*+=#@$€")
_CYRILLIC_WORD = re.compile(r"[А-Яа-яЁё]{2,}")
# A capital in the middle of a word: what Cyrillic read in the wrong code page looks like.
_BROKEN_CASE = re.compile(r"[а-яёa-zß-ÿ][А-ЯЁÀ-Þ]")


def decode(content: bytes) -> tuple[str, str]:
    """Turn bytes into text.

    Args:
        content: A whole file.

    Returns:
        The text, without byte order mark and with LF as the only line end, and the name of the
        encoding. Offsets are counted over this text.

    Raises:
        RejectedError: `empty`, `binary` or `undecodable`.
    """
    if not content.strip():
        raise RejectedError(Reason.EMPTY, "the file has no bytes but white space")
    for signature, name in _SIGNATURES:
        if content.startswith(signature):
            raise RejectedError(Reason.BINARY, f"begins as {name}")
    text, encoding = _decode(content)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.replace("\ufeff", "").strip():
        raise RejectedError(Reason.EMPTY, f"no text but white space ({encoding})")
    return text, encoding


def _decode(content: bytes) -> tuple[str, str]:
    if content.startswith(_BOM_UTF32):
        raise RejectedError(Reason.UNDECODABLE, "UTF-32 is not read")
    for mark, codec, name in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _strict(content, codec, name)
    if (name := _utf16_without_mark(content)) is not None:
        return _strict(content, name, name)
    if b"\x00" in content:
        raise RejectedError(Reason.BINARY, "holds NUL bytes")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _single_byte(content, error)
    _refuse_control_characters(text)
    return text, "utf-8"


def _strict(content: bytes, codec: str, name: str) -> tuple[str, str]:
    try:
        text = content.decode(codec)
    except UnicodeDecodeError as error:
        raise RejectedError(Reason.UNDECODABLE, f"no valid {name}: {error.reason}") from error
    _refuse_control_characters(text)
    return text, name


def _utf16_without_mark(content: bytes) -> str | None:
    """Name the byte order of UTF-16 that has no mark, from where its zero bytes are.

    Blanks, digits and line ends have a zero high byte in every language, so even a Russian text
    has zeros on one side only; a binary file has them on both.
    """
    if len(content) % 2 or b"\x00" not in content:
        return None
    sample = content[:20_000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    smallest = len(sample) // 2 * 0.05
    for name, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if high > smallest and low <= high * 0.02:
            try:
                text = content.decode(name)
            except UnicodeDecodeError:
                continue
            if _looks_like_prose(text):
                return name
    return None


def _single_byte(content: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    """Choose between the two Windows code pages, which leave hardly a byte undefined.

    Nearly any bytes decode as either, so the choice is by what comes out: words in one script
    and capitals at the start of words. charset-normalizer is asked where both would do.
    """
    if _is_mostly_utf8(content):
        raise RejectedError(
            Reason.UNDECODABLE, f"UTF-8 that is damaged at byte {error.start}"
        ) from error
    readings: dict[str, str] = {}
    for name in ("cp1251", "cp1252"):
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        if _control_share(text) <= _MAX_CONTROL_SHARE and _looks_like_prose(text):
            readings[name] = text
    if "cp1251" in readings and not _reads_as_russian(readings["cp1251"]):
        del readings["cp1251"]
    elif "cp1251" in readings:
        # Russian in Windows-1252 would be accented vowels without end; no language looks so.
        readings.pop("cp1252", None)
    if "cp1252" in readings and not _reads_as_latin(readings["cp1252"]):
        del readings["cp1252"]
    if not readings:
        raise RejectedError(
            Reason.UNDECODABLE,
            f"no UTF-8 (byte {error.start}), and no text in Windows-1251 or Windows-1252",
        ) from error
    if len(readings) == 1:
        name, text = readings.popitem()
    else:
        best = from_bytes(content, cp_isolation=list(readings)).best()
        name = best.encoding if best is not None and best.encoding in readings else "cp1252"
        text = readings[name]
    return text, name.replace("cp", "windows-")


def _is_mostly_utf8(content: bytes) -> bool:
    """Whether as many characters of several bytes are whole as damaged: chance makes hardly one."""
    whole = content.decode("utf-8", errors="ignore")
    damaged = len(content.decode("utf-8", errors="replace")) - len(whole)
    return sum(not character.isascii() for character in whole) >= damaged


def _looks_like_prose(text: str) -> bool:
    """Whether most characters are letters, digits, blanks and common punctuation."""
    sample = text[:20_000]
    plain = sum(c.isalnum() or c.isspace() or c in _PUNCTUATION for c in sample)
    # Latin with accents, Cyrillic, typographic signs: other scripts mean a wrong reading.
    known = sum(
        c < "\u0250" or "\u0400" <= c < "\u0500" or "\u2000" <= c < "\u2200" for c in sample
    )
    return plain >= 0.9 * len(sample) and known >= 0.9 * len(sample)


def _reads_as_russian(text: str) -> bool:
    """Whether the non-ASCII letters stand together in Cyrillic words of normal case."""
    letters = sum("\u0400" <= character <= "\u04ff" for character in text)
    in_words = sum(len(word) for word in _CYRILLIC_WORD.findall(text))
    broken = len(_BROKEN_CASE.findall(text))
    mixed = len(re.findall(r"[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]", text))
    return (
        letters > 0
        and in_words >= 0.8 * letters
        and broken <= 0.05 * max(1, len(_CYRILLIC_WORD.findall(text)))
        and mixed <= 0.1 * max(1, len(_CYRILLIC_WORD.findall(text)))
    )


def _reads_as_latin(text: str) -> bool:
    """Whether accents are the exception: Greek or Arabic read as Windows-1252 is nothing else."""
    letters = sum(character.isalpha() for character in text)
    return 2 * sum(character.isalpha() for character in text if character.isascii()) >= letters


def _control_share(text: str) -> float:
    return len(_CONTROL.findall(text)) / max(1, len(text))


def _refuse_control_characters(text: str) -> None:
    # DuckDB would keep a NUL, but every tool that ends strings there would cut the text.
    if "\x00" in text or _control_share(text) > _MAX_CONTROL_SHARE:
        raise RejectedError(Reason.BINARY, "holds control characters that no text has")
