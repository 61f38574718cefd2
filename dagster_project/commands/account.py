"""The short account that a refresh ends with."""

from __future__ import annotations

from collections.abc import Sequence

import dagster as dg
import duckdb

from dagster_project.collecting.sources import SourcesFileError, read_sources
from dagster_project.loading.raw_tables import LATEST
from dagster_project.loading.set_aside import documents_set_aside
from dagster_project.settings import Settings
from dagster_project.sql import Row, number, open_to_read, query
from dagster_project.tables import plain_table, shown

_OUTCOMES = ("loaded", "unchanged", "duplicate", "rejected")
_NAMED = 5
_LAST_EVENTS = (
    "select event_date, event_type, place, quote from mart_events where is_current"
    " order by 1 desc limit 5"
)
_REJECTED = f"""
select source_path, concat_ws(': ', reason, detail)
from raw.load_ledger
where refresh_id = {LATEST} and outcome = 'rejected'
order by source_path"""
_ELSEWHERE = f"""
select source_path, document_kind
from raw.load_ledger
where refresh_id = {LATEST} and outcome = 'loaded'
    and not regexp_matches(source_path, '^(articles|bulletins)/')
order by source_path"""
_UNREAD = f"""
select ledger.source_path, documents.language
from raw.load_ledger as ledger
inner join staging.stg_documents as documents on ledger.document_id = documents.document_id
where ledger.refresh_id = {LATEST} and ledger.outcome = 'loaded'
    and documents.language not in ('en', 'ru')
order by ledger.source_path"""
_COLLECTED = """
select source_name, arg_max(status, started_at), arg_max(message, started_at)
from raw.collections
group by source_name
order by source_name"""
_SOURCES = 'make sql Q="from audit_sources" lists them all'
_REJECTIONS = 'make sql Q="from audit_rejections" lists them all'
SAMPLE_QUERY = """\
select as_of_date, measure, subject, value, unit, quote
from marts.fct_observations
where is_countable and value is not null
order by as_of_date desc nulls last, observation_id
limit 5"""


def account(
    settings: Settings, result: dg.ExecuteInProcessResult, *, quick: bool, standing: bool
) -> str:
    """What a refresh found and did, as lines for a terminal.

    Args:
        settings: Whose warehouse.
        result: The run.
        quick: Whether the models' checks were left out because nothing was new.
        standing: Whether those of the dictionaries were because no model was.
    """
    with open_to_read(settings.build_database) as build:
        outcomes = {
            str(outcome): int(str(count))
            for outcome, count in query(
                build,
                f"select outcome, count(*) from raw.load_ledger where refresh_id = {LATEST}"
                " group by outcome",
            )[1]
        }
        rejected = query(build, _REJECTED)[1]
        elsewhere = query(build, _ELSEWHERE)[1]
        unread = query(build, _UNREAD)[1]
        aside = documents_set_aside(build)
        collected = query(build, _COLLECTED)[1]
        sentences = number(build, "select count(*) from intermediate.int_recorded_sentences")
    with open_to_read(settings.published_database) as published:
        events = number(published, "select count(*) from marts.fct_events")
        observations = number(published, "select count(*) from marts.fct_observations")
        sample = _sample(published)
    rows: list[tuple[str, int | str]] = [("documents found", sum(outcomes.values()))]
    rows += [(f"  {outcome}", outcomes.get(outcome, 0)) for outcome in _OUTCOMES]
    if aside:
        rows.append(("  of them set aside", len(aside)))
    rows += [("sentences", sentences), ("events", events), ("observations", observations)]
    rows += [(f"checks {state}", count) for state, count in check_states(result).items()]
    width = max(len(label) for label, _ in rows)
    lines = [f"{label.ljust(width)}  {count:>8,}" for label, count in rows]
    if quick:
        lines.append("(the models and their checks stand as they were)")
    elif standing:
        lines.append("(the dictionaries and their checks stand as they were)")
    if not outcomes:
        lines.append(
            f"\n{settings.raw_dir} holds no document. Put text, HTML or PDF files into its folders"
            " articles/ and bulletins/, and refresh again."
        )
    lines += _named("source", _in_trouble(settings, collected), _SOURCES)
    lines += _named("rejected", rejected, _REJECTIONS)
    said_aside = [(path, f"{check}: {detail}") for path, check, detail in aside]
    lines += _named("set aside", said_aside, _REJECTIONS)
    lines += _named("of no language whose figures and events are read", unread)
    if elsewhere:
        lines += _named("in neither articles/ nor bulletins/, so told by its own words", elsewhere)
    size = settings.published_database.stat().st_size / 1e6
    lines.append(f"\nPublished: {settings.published_database} ({size:.1f} MB)")
    return "\n".join([*lines, "", sample, "", next_steps(settings)])


def next_steps(settings: Settings) -> str:
    """Where to look after a refresh: what there is, and the command for it."""
    steps = [
        (f'make sql Q="{_LAST_EVENTS}"', "a query"),
        ("make sql", "a prompt for more of them"),
        (
            "make sql F=dbt/analyses/cookbook/aid_by_place_and_month.sql",
            "a question of the cookbook",
        ),
        ("make ui", f"lineage, checks and runs, http://localhost:{settings.ui_port}"),
        ("make docs", "what every table and column means"),
    ]
    if settings.report_page.exists():
        steps.insert(0, (f"open {settings.report_page}", "the situation report"))
    return "\n".join(["Next:", *(f"  {command}   ({what})" for command, what in steps)])


def _in_trouble(settings: Settings, collected: Sequence[Row]) -> list[Row]:
    """Sources of raw/sources.yml whose last collection was not all right, with its first words."""
    try:
        known = {source.name for source in read_sources(settings.raw_dir)}
    except SourcesFileError:
        return []  # said when they were to be asked
    return [
        (name, f"{status}: {next(iter(str(message or '').splitlines()), '')}")
        for name, status, message in collected
        if name in known and status != "ok"
    ]


def _named(what: str, rows: Sequence[Row], where_all_are: str = "") -> list[str]:
    if not rows:
        return []
    named = [shown(f"  {what}: {name} ({words})") for name, words in rows[:_NAMED]]
    more = len(rows) - _NAMED
    rest = f"  ... and {more} more" + (f"; {where_all_are}" if where_all_are else "")
    return ["", *named, *([rest] if more > 0 else [])]


def check_states(result: dg.ExecuteInProcessResult) -> dict[str, int]:
    """Number of checks that passed, warned and failed."""
    states = {"passed": 0, "warned": 0, "failed": 0}
    for evaluation in result.get_asset_check_evaluations():
        if evaluation.passed:
            states["passed"] += 1
        elif evaluation.severity == dg.AssetCheckSeverity.WARN:
            states["warned"] += 1
        else:
            states["failed"] += 1
    return states


def _sample(published: duckdb.DuckDBPyConnection) -> str:
    columns, rows = query(published, SAMPLE_QUERY)
    answer = plain_table(columns, rows, widest=48) if rows else "(no rows)"
    indented = "\n".join("  " + line for line in SAMPLE_QUERY.splitlines())
    return f"For example:\n{indented}\n\n{answer}"
