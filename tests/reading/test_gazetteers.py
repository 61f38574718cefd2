"""Published gazetteer formats to frames, and what a damaged file costs: itself, with its line."""

import shutil
import zipfile
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

import duckdb
import pytest

from dagster_project.loading import gazetteer_files as loading
from dagster_project.loading.gazetteer_files import load_gazetteer_files, read_gazetteer_files
from dagster_project.loading.raw_folder import cheap_fingerprint, scan
from dagster_project.reading.spreadsheets import WorkbookError, read_workbook

FIXTURE = Path(__file__).parent / "gazetteer"
AT = datetime(2026, 1, 1)


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """A raw folder with the fixture's three files."""
    shutil.copytree(FIXTURE, tmp_path / "raw" / "gazetteer" / "syria")
    return tmp_path / "raw"


def write_workbook(path: Path, sheets: dict[str, list[list[str | None]]]) -> None:
    """A workbook as Excel writes one: shared strings, empty cells left out."""
    strings = sorted({cell for rows in sheets.values() for row in rows for cell in row if cell})
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with zipfile.ZipFile(path, "w") as archive:
        entries = "".join(
            f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>'
            for n, name in enumerate(sheets, 1)
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook {main} xmlns:r="{relation}"><sheets>{entries}</sheets></workbook>',
        )
        targets = "".join(
            f'<Relationship Id="rId{n}" Target="worksheets/sheet{n}.xml"/>'
            for n in range(1, len(sheets) + 1)
        )
        archive.writestr("xl/_rels/workbook.xml.rels", f"<Relationships>{targets}</Relationships>")
        items = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
        archive.writestr("xl/sharedStrings.xml", f"<sst {main}>{items}</sst>")
        for n, rows in enumerate(sheets.values(), 1):
            body = "".join(
                f'<row r="{y}">'
                + "".join(
                    f'<c r="{chr(65 + x)}{y}" t="s"><v>{strings.index(cell)}</v></c>'
                    for x, cell in enumerate(row)
                    if cell
                )
                + "</row>"
                for y, row in enumerate(rows, 1)
            )
            archive.writestr(
                f"xl/worksheets/sheet{n}.xml",
                f"<worksheet {main}><sheetData>{body}</sheetData></worksheet>",
            )


def test_a_dump_gives_its_populated_places_that_are_still_there(raw: Path) -> None:
    frames, _ = read_gazetteer_files(raw)
    places = frames["gazetteer_places"]
    assert places["geoname_id"].to_list() == [9000001, 9000002, 9000003, 9000006]
    first = places.row(0, named=True)
    assert (first["latitude"], first["admin1_code"]) == (36.05, "12")
    assert "Tell Zeitouneh" in first["alternate_names"]


def test_of_a_dump_of_several_countries_only_cities_are_taken(raw: Path) -> None:
    dump = raw / "gazetteer" / "syria" / "SY.txt"
    lines = dump.read_text(encoding="utf-8")
    dump.write_text(
        lines
        + lines.splitlines()[1].replace("9000002", "9000009").replace("\tSY\t", "\tLB\t")
        + "\n",
        encoding="utf-8",
    )
    frames, _ = read_gazetteer_files(raw)
    assert frames["gazetteer_places"]["geoname_id"].to_list() == [9000003]


def test_alternate_names_are_those_of_the_documents_languages(raw: Path) -> None:
    frames, _ = read_gazetteer_files(raw)
    assert frames["gazetteer_names"]["alternate_name"].to_list() == [
        "Olive Hill Village",
        "Зейтунное",
    ]


def test_a_table_of_populated_places_gives_their_districts_too(raw: Path) -> None:
    frames, _ = read_gazetteer_files(raw)
    units = {row["pcode"]: row for row in frames["gazetteer_pcodes"].iter_rows(named=True)}
    assert {code: row["level"] for code, row in units.items()} == {
        "C9901": 4,
        "C9902": 4,
        "C9903": 4,
        "SY02": 1,
        "SY07": 1,
        "SY0204": 2,
        "SY0799": 2,
        "SY020400": 3,
        "SY079901": 3,
    }
    village, district = units["C9902"], units["SY0799"]
    assert (village["admin2_name"], village["longitude"]) == ("Lower Olives", 36.55)
    assert (district["place_name"], district["admin1_pcode"]) == ("Lower Olives", "SY07")
    assert district["latitude"] is None


def test_a_workbook_with_a_sheet_for_each_level_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "gazetteer"
    folder.mkdir()
    sheets: dict[str, list[list[str | None]]] = {
        "About": [["Administrative units"]],
        "ADM1": [
            ["adm1_name", "adm1_pcode", "adm0_pcode", "center_lat", "center_lon"],
            ["Idleb", "SY07", "SY", "35.8", "36.7"],
        ],
        "ADM2": [
            ["adm2_name", "adm2_pcode", "adm1_name", "adm1_pcode", "center_lat", "center_lon"],
            ["Lower Olives", "SY0799", "Idleb", "SY07", None, "36.6"],
        ],
    }
    write_workbook(folder / "syr_adminboundaries.xlsx", sheets)
    frames, files = read_gazetteer_files(tmp_path)
    rows = frames["gazetteer_pcodes"].select("pcode", "latitude", "admin1_name").rows()
    assert rows == [("SY07", 35.8, "Idleb"), ("SY0799", None, "Idleb")]
    assert [(file.file_kind, file.row_count, file.reason) for file in files] == [
        ("pcodes", 2, None)
    ]


def test_what_is_no_workbook_is_said_to_be_none() -> None:
    with pytest.raises(WorkbookError, match="no readable workbook"):
        read_workbook(b"PK\x03\x04 not really")
    with pytest.raises(WorkbookError, match="it has a password"):
        read_workbook(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))


DUMP_LINE = FIXTURE.joinpath("SY.txt").read_text(encoding="utf-8").splitlines()[0]
FAULTS = {
    "columns.txt": ("1\tHoms\t34.7\n", "bad_gazetteer", "line 1 has 3 columns"),
    "latitude.txt": (
        f"{DUMP_LINE}\n{DUMP_LINE.replace('36.05', '136.05')}\n",
        "bad_gazetteer",
        "line 2: latitude '136.05'",
    ),
    "number.txt": (
        DUMP_LINE.replace("9000001", "nine") + "\n",
        "bad_gazetteer",
        "line 1: geoname_id 'nine'",
    ),
    "short.txt": (f"{DUMP_LINE}\n1\tHoms\n", "bad_gazetteer", "line 2: fewer columns"),
    "long.txt": (f"{DUMP_LINE}\n{DUMP_LINE}\tmore\n", "bad_gazetteer", "more columns"),
    "empty.txt": ("\n", "empty", "no rows"),
    "header.csv": ("name,code\nIdleb,SY07\n", "bad_gazetteer", "no column pair such as ADM1_EN"),
    "pcode.csv": ("ADM1_EN,ADM1_PCODE\nIdleb,7\n", "bad_gazetteer", "line 2: ADM1_PCODE '7'"),
    "metres.csv": (
        "ADM4_EN,ADM4_PCODE,POINT_X,POINT_Y\nTaftanaz,C4001,n/a,\nBinnish,C4002,284512.5,3982147\n",
        "bad_gazetteer",
        "line 3: POINT_X '284512.5' is no longitude in degrees",
    ),
    "comma.csv": (
        'ADM4_EN,ADM4_PCODE,Latitude_Y\nTaftanaz,C4001,"36,05"\n',
        "bad_gazetteer",
        "line 2: Latitude_Y '36,05' is no latitude in degrees",
    ),
    "book.xlsx": ("no workbook", "bad_gazetteer", "no readable workbook"),
    "semicolons.csv": ("ADM1_EN;ADM1_PCODE\nIdleb;SY07\n", "bad_gazetteer", "by semicolons"),
    "nothing.xlsx": ("", "bad_gazetteer", "the file is empty"),
    "SY.zip": ("PK", "unsupported_type", "unpacked"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_bad_file_is_named_with_its_reason_and_costs_nothing_else(raw: Path, name: str) -> None:
    text, reason, words = FAULTS[name]
    (raw / "gazetteer" / name).write_text(text, encoding="utf-8")
    frames, files = read_gazetteer_files(raw)
    refused = {file.source_path: file for file in files if file.reason}
    assert list(refused) == [f"gazetteer/{name}"]
    assert refused[f"gazetteer/{name}"].reason == reason
    assert words in (refused[f"gazetteer/{name}"].detail or "")
    assert frames["gazetteer_places"].height == 4


def test_a_column_may_have_any_name(raw: Path) -> None:
    table = "line,level,ADM1_EN,ADM1_PCODE\nred,1,Idleb,SY98\n"
    (raw / "gazetteer" / "named.csv").write_text(table, encoding="utf-8")
    frames, _ = read_gazetteer_files(raw)
    assert "SY98" in frames["gazetteer_pcodes"]["pcode"].to_list()


def test_bytes_that_are_no_utf8_are_refused(raw: Path) -> None:
    (raw / "gazetteer" / "old.txt").write_bytes(f"{DUMP_LINE}\n".encode() + b"\xff\xfe\t\n")
    _, files = read_gazetteer_files(raw)
    assert {file.source_path: file.reason for file in files}["gazetteer/old.txt"] == "undecodable"


@pytest.mark.parametrize("step", ["file_kind", "read_names", "read_dump"])
def test_a_file_that_vanishes_while_it_is_read_costs_only_itself(
    raw: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    folder = raw / "gazetteer"
    shutil.copy(folder / "syria" / "SY.txt", folder / "gone.txt")
    shutil.copy(folder / "syria" / "alternateNamesV2.txt", folder / "gone-names.txt")
    read = getattr(loading, step)

    def vanish_first(path: Path, *further: object) -> object:
        if path.stem.startswith("gone"):
            path.unlink()
        return read(path, *further)

    monkeypatch.setattr(loading, step, vanish_first)
    frames, files = read_gazetteer_files(raw)
    refused = {file.source_path: file.reason for file in files if file.reason}
    assert refused
    assert set(refused) <= {"gazetteer/gone.txt", "gazetteer/gone-names.txt"}
    assert set(refused.values()) == {"unreadable"}
    assert frames["gazetteer_places"].height == 4


def test_the_tables_are_written_only_when_the_folder_changed(raw: Path) -> None:
    connection = duckdb.connect()
    assert load_gazetteer_files(connection, raw, AT)
    assert not load_gazetteer_files(connection, raw, AT)
    shutil.rmtree(raw / "gazetteer")
    assert load_gazetteer_files(connection, raw, AT)
    counts = connection.execute(
        "select (select count(*) from raw.gazetteer_places),"
        " (select count(*) from raw.gazetteer_files)"
    ).fetchone()
    assert counts == (0, 0)


def test_a_file_that_may_be_read_now_is_read(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> str:
        raise PermissionError(13, "Permission denied")

    refused = "select count(*) from raw.gazetteer_files where reason = 'unreadable'"
    with duckdb.connect() as connection:
        with monkeypatch.context() as patched:
            patched.setattr("dagster_project.loading.gazetteer_files.file_sha256", refuse)
            load_gazetteer_files(connection, raw, AT)
        assert connection.execute(refused).fetchall() == [(3,)]
        for path in (raw / "gazetteer").rglob("*.*"):
            path.chmod(0o600)
        assert load_gazetteer_files(connection, raw, AT)
        assert connection.execute(refused).fetchall() == [(0,)]


def test_a_refused_file_keeps_the_time_it_was_first_seen(raw: Path) -> None:
    connection = duckdb.connect()
    (raw / "gazetteer" / "bad.csv").write_text("a,b\n1,2\n")
    load_gazetteer_files(connection, raw, AT)
    (raw / "gazetteer" / "other.csv").write_text("a,b\n1,2\n")
    load_gazetteer_files(connection, raw, AT.replace(day=2))
    seen = connection.execute(
        "select source_path, day(first_seen_at) from raw.gazetteer_files"
        " where reason is not null order by all"
    ).fetchall()
    assert seen == [("gazetteer/bad.csv", 1), ("gazetteer/other.csv", 2)]


def test_a_gazetteer_is_noticed_but_is_no_document(raw: Path) -> None:
    before = cheap_fingerprint(raw)
    (raw / "gazetteer" / "LB.txt").write_text(f"{DUMP_LINE}\n", encoding="utf-8")
    assert cheap_fingerprint(raw) != before
    assert scan(raw) == []
