"""Bytes to text: each encoding that the sources use, and what is refused."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.reading.encodings import decode
from dagster_project.reading.rejections import RejectedError
from dagster_project.settings import PROJECT_ROOT

ENGLISH = (
    "Ceasefire observation\n\nWithin last 24 hours, 3 cases of firing were registered – in the "
    "provinces of Aleppo (2), and Hama (1). “No agreement has been signed”, the party said.\n"
    "The citizens who received medical assistance number 55,817 – the café’s owner among them.\n"
)
RUSSIAN = (
    "Соблюдение режима прекращения огня\n\nЗа прошедшие сутки в провинциях Алеппо и Хама "
    "зафиксировано 7 случаев стрельбы – в основном из стрелкового оружия.\n"
    "Количество населённых пунктов, присоединившихся к примирению, не изменилось – 2233.\n"
)
RAW = PROJECT_ROOT / "raw"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "windows-1252"),
    ],
)
def test_english_in_each_encoding(codec, name):
    assert decode(ENGLISH.encode(codec)) == (ENGLISH, name)


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1251", "windows-1251"),
    ],
)
def test_russian_in_each_encoding(codec, name):
    assert decode(RUSSIAN.encode(codec)) == (RUSSIAN, name)


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN])
@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
    ],
)
def test_utf16_with_its_mark(text, mark, codec, name):
    assert decode(mark + text.encode(codec)) == (text, name)


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Fünf Soldaten wurden bei Gefechten nahe Aleppo getötet.", "cp1252"),
        ("Réunion à Genève : « aucun accord » n’a été signé.", "cp1252"),
        ("Türkiye ile görüşme: 12 kişi.".replace("ş", "s"), "cp1252"),
        ("Путин прибыл в Дамаск.", "cp1251"),
        ("UNHCR: возвращение беженцев – 1 тысяча 338 человек (Ливан).", "cp1251"),
    ],
)
def test_short_texts_in_windows_code_pages(text, codec):
    assert decode(text.encode(codec)) == (text, codec.replace("cp", "windows-"))


def test_every_shipped_document_survives_every_encoding_that_can_hold_it():
    paths = sorted(RAW.rglob("*.txt"))
    assert len(paths) > 50
    for path in paths:
        text = path.read_text(encoding="utf-8")
        for codec in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "cp1252"):
            try:
                content = text.encode(codec)
            except UnicodeEncodeError:
                continue
            assert decode(content)[0] == text, (path.name, codec)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_become_lf(line_end):
    content = ENGLISH.replace("\n", line_end).encode("utf-8")
    assert decode(content)[0] == ENGLISH


@pytest.mark.parametrize("at", [0.02, 0.4, 0.9])
@pytest.mark.parametrize("quotes", [1, 3, 30])
def test_damaged_utf8_is_not_read_as_another_encoding(at, quotes):
    words = "The convoy came to the town on Monday, and nobody said when another one would come. "
    content = bytearray(("The ministry’s words. " * quotes + words * 20).encode())
    place = next(n for n in range(int(at * len(content)), len(content)) if content[n] < 0x80)
    content[place] = 0xFF
    with pytest.raises(RejectedError) as caught:
        decode(bytes(content))
    assert caught.value.detail == f"UTF-8 that is damaged at byte {place}"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (codecs.BOM_UTF8 + b"\n", "empty"),
        ("  \n".encode("utf-16"), "empty"),
        (b"%PDF-1.7 and so on", "binary"),
        (b"PK\x03\x04and so on", "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
        (b"text\x00with\x00zeros and more of it in an odd length", "binary"),
        (bytes(range(256)) * 8, "binary"),
        (b"\x01\x02\x03\x04 control characters", "binary"),
        (ENGLISH.encode("utf-32"), "undecodable"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x41", "undecodable"),
        (bytes(range(0x80, 0x100)) * 4, "undecodable"),
    ],
)
def test_what_is_refused(content, reason):
    with pytest.raises(RejectedError) as caught:
        decode(content)
    assert caught.value.reason == reason
    assert caught.value.detail


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_reason(content):
    try:
        text, encoding = decode(content)
    except RejectedError as rejected:
        assert rejected.detail
    else:
        assert text.strip()
        assert "\r" not in text
        assert encoding
