"""A fault in one document's rows costs that document: the others are published."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from dagster_project.building.project_files import project_fingerprint
from dagster_project.commands.refresh import refresh
from dagster_project.loading.load import nothing_is_new
from dagster_project.settings import Settings
from tests.conftest import locked
from tests.orchestration.homes import in_build, published
from tests.orchestration.tiny_dbt import DBT, MODELS, write_tiny_dbt

pytestmark = pytest.mark.slow

# Rules that some documents break: by their first word.
READ = MODELS["intermediate/events/int_events"]
FAULTY = {
    "int_events": f"""
        select * replace (
            if(starts_with(quote, 'Odd'), 'ODD', event_type) as event_type,
            char_end + if(starts_with(quote, 'Astray'), 1, 0)::integer as char_end
        )
        from ({READ})
        union all
        from ({READ}) where starts_with(quote, 'Twice')""",
    "int_observations": MODELS["intermediate/observations/int_observations"].replace(
        "1.5 as value",
        "if(starts_with(sentence_text, 'Count'), cast(sentence_text as integer), 1) as value",
    ),
}


@pytest.fixture(scope="session")
def faulty_dbt(shared: Path) -> Path:
    """The tiny project with rules that some documents break."""
    with locked(shared / "faulty.lock"):
        project = shared / "faulty"
        if not project.exists():
            write_tiny_dbt(project, **FAULTY)
            shutil.copy(DBT / "tests" / "no_document_is_set_aside.sql", project / "tests")
        return project


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory: pytest.TempPathFactory, built: Settings, faulty_dbt: Path):
    """A warehouse of documents none of which breaks a rule; not to be changed."""
    folder = tmp_path_factory.mktemp("setting_aside")
    settings = Settings(raw_dir=folder / "raw", home=folder / "home", max_set_aside=0.5)
    shutil.copytree(built.raw_dir, settings.raw_dir)
    shutil.copytree(built.home, settings.home)
    write(settings, "edited", "First told.")
    assert refresh(settings, dbt_project_dir=faulty_dbt) == 0
    return settings


@pytest.fixture
def own(tmp_path: Path, refreshed: Settings) -> Settings:
    """A copy of that warehouse and its raw folder, to be changed."""
    shutil.copytree(refreshed.raw_dir, tmp_path / "raw")
    shutil.copytree(refreshed.home, tmp_path / "home")
    return replace(refreshed, raw_dir=tmp_path / "raw", home=tmp_path / "home")


def write(settings: Settings, name: str, text: str) -> None:
    (settings.raw_dir / "articles" / f"{name}.txt").write_text(f"{text}\n\nThe ministers met.")


def loaded(settings: Settings) -> set[str]:
    sql = "select source_path from marts.fct_events join marts.dim_document using (document_id)"
    return {Path(str(path)).stem for (path,) in published(settings, sql)}


def rejections(settings: Settings) -> dict[str, tuple[str, str]]:
    sql = "select source_path, reason, detail from marts.audit_rejections"
    return {Path(str(path)).stem: (why, said) for path, why, said in published(settings, sql)}


def test_faulty_documents_are_set_aside_and_the_others_published(own, faulty_dbt, capfd):
    before = loaded(own)
    for name in ("Odd", "Twice", "Count", "Astray"):
        write(own, name, f"{name} told.")
    write(own, "sound", "Soundly told.")
    write(own, "edited", "Odd now.")
    # in two batches: what the last did not read is read again
    assert refresh(replace(own, batch_documents=3), dbt_project_dir=faulty_dbt) == 0
    # of the edited file the text before stays
    assert loaded(own) == before | {"sound"}
    assert nothing_is_new(own, project_fingerprint(faulty_dbt))
    said = capfd.readouterr()
    assert "of them set aside" in said.out
    assert "set aside: articles/Odd.txt (accepted_values on fct_events: " in said.out
    assert "warning: no_document_is_set_aside" in said.err
    told = rejections(own)
    assert told.keys() == {"Odd", "Twice", "Count", "Astray", "edited"}
    assert {why for why, _ in told.values()} == {"breaks_a_check"}
    assert "`event_type` is one of `CONSULT`. Found: value_field ODD" in told["Odd"][1]
    assert "`event_id` is filled and stands once. Found: event_id " in told["Twice"][1]
    assert told["Count"][1].startswith("int_observations: Conversion Error: ")
    assert told["Astray"][1].startswith("quotes_are_in_the_text on fct_events: Found: event_id ")
    write(own, "edited", "Repaired now.")
    assert refresh(own, dbt_project_dir=faulty_dbt) == 0
    assert rejections(own) == {name: why for name, why in told.items() if name != "edited"}
    sql = "select count(*) from marts.fct_events where quote like 'Repaired now%'"
    assert published(own, sql) == [(1,)]


def test_fault_of_many_documents_is_refused_as_a_fault_of_the_rules(own, faulty_dbt, capfd):
    before = own.published_database.read_bytes()
    few = replace(own, max_set_aside=0.05)
    for name in ("Odd", "Twice"):
        write(own, name, f"{name} told.")
    assert refresh(few, dbt_project_dir=faulty_dbt) == 1
    said = capfd.readouterr().err
    assert "2 documents or more break checks, and SITREP_MAX_SET_ASIDE (0.05 of all" in said
    assert own.published_database.read_bytes() == before
    assert in_build(own, "from raw.set_aside") == []
