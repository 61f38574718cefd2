"""A dbt project with the marts' names and hardly a rule, so that a whole refresh takes seconds.

The real project's profile, sources, audit seed and schema macro are copied, so that they are the
ones tested; the real models have tests of their own.
"""

import json
import shutil
from pathlib import Path

import yaml

from dagster_project.loading.raw_tables import DOCUMENT_SCHEMA
from dagster_project.settings import PROJECT_ROOT

DBT = PROJECT_ROOT / "dbt"

PROJECT = """\
name: sitrep
version: "1.0.0"
config-version: 2
profile: sitrep
flags: {send_anonymous_usage_stats: false, use_colors: false}
models:
  +materialized: table
  +persist_docs: {relation: true, columns: true}
  sitrep:
    +meta: {dagster: {owners: ["team:sitrep"]}}
    staging: {+schema: staging}
    intermediate:
      +schema: intermediate
      record:
        +materialized: incremental
        +incremental_strategy: by_document
        +on_schema_change: sync_all_columns
    marts: {+schema: marts}
seeds:
  sitrep: {+schema: seeds, +meta: {dagster: {owners: ["team:sitrep"]}}}
"""

# How a history is kept is the real project's.
HISTORY = {
    "dim_document": ["document_id"],
    "fct_events": ["event_id"],
    "fct_observations": ["observation_id"],
}
_KEPT_AS = yaml.safe_load((DBT / "dbt_project.yml").read_text())["models"]["sitrep"]["marts"]
PROJECT = PROJECT.replace(
    "marts: {+schema: marts}",
    f"marts: {json.dumps({'+schema': 'marts', 'history': _KEPT_AS['history']})}",
)
PROJECT += f"vars: {json.dumps({'tables_with_history': HISTORY})}\n"

_RAW = "select *, '{kind}' as document_kind from {{{{ source('raw', '{table}') }}}}"
MODELS = {
    "staging/stg_documents": "from ("
    + _RAW.format(kind="article", table="articles")
    + " union all by name "
    + _RAW.format(kind="bulletin", table="bulletins")
    + ") where document_id not in (select document_id from {{ source('raw', 'set_aside') }})",
    "intermediate/text/int_sentences": """
        select document_id, document_id || '-1' as sentence_id, 0 as char_start,
            least(20, length(text)) as char_end, text[1:20] as sentence_text,
            text[1:20] as quote, document_kind, language, 1 as line_number
        from {{ ref('stg_documents_to_read') }}""",
    "intermediate/events/int_events": """
        select sentence_id as event_id, document_id, 'CONSULT' as event_type,
            char_start, char_end, sentence_text as quote, sentence_id as mention_id,
            sentence_id as source_mention_id, sentence_id as parties_mention_id,
            true as is_stated_date
        from {{ ref('int_sentences') }}""",
    "intermediate/events/int_event_actors": """
        select event_id, 'rus' as actor_id, 'source' as role from {{ ref('int_events') }}""",
    "intermediate/observations/int_observations": """
        select sentence_id as observation_id, document_id, 'aid_mass' as measure,
            'food' as subject, 1.5 as value, 't' as unit, date '2017-09-11' as as_of_date,
            true as is_countable, char_start, char_end, sentence_text as quote
        from {{ ref('int_sentences') }}""",
    "marts/dimensions/dim_actor": "select 'rus' as actor_id, 'Russia' as actor_name",
    "marts/dimensions/dim_measure": "select 'aid_mass' as measure, 't' as unit",
    "marts/analysis/mart_daily_series": """
        select as_of_date as date_day, measure as flow_measure, 'rus' as reported_by_actor_id,
            null::varchar as location_id, null::varchar as currency, sum(value) as daily_flow
        from {{ ref('fct_observations') }}
        group by all""",
    "marts/dimensions/dim_document": "select * exclude (text) from {{ ref('stg_documents') }}",
    "marts/dimensions/documents": "select document_id, text from {{ ref('stg_documents') }}",
    "marts/facts/fct_events": "select * from {{ ref('int_recorded_events') }}",
    "marts/facts/fct_event_actors": "select * from {{ ref('int_recorded_event_actors') }}",
    "marts/facts/fct_observations": "select * from {{ ref('int_recorded_observations') }}",
    "marts/facts/bridge_document_location": """
        select document_id, 'syr' as location_id, 1 as mention_count, char_start, char_end
        from {{ ref('int_recorded_sentences') }}""",
    "marts/facts/bridge_document_actor": """
        select document_id, 'rus' as actor_id, 1 as mention_count, char_start, char_end
        from {{ ref('int_recorded_sentences') }}""",
    "marts/ledger/fct_reconciliations": """
        select observation_id as reconciliation_id, 'parts_to_total' as kind, measure, as_of_date,
            document_id, 1 as expected, 1 as stated, 0 as difference, 'closed' as status,
            '' as explanation
        from {{ ref('fct_observations') }}""",
    **{
        f"marts/history/history_{table}": (
            f"{{{{ config(unique_key={[*key, 'valid_from']}) }}}} {{{{ history_of('{table}') }}}}"
        )
        for table, key in HISTORY.items()
    },
    "marts/audit/audit_history": (DBT / "models/marts/audit/audit_history.sql").read_text(),
    "marts/audit/audit_ledger": """
        select refresh_id, refreshed_at, source_path, content_sha256, outcome, reason, document_id
        from {{ source('raw', 'load_ledger') }}""",
}
# How documents are listed, read and kept is the real project's.
_COPIED = (
    "staging/stg_reading_list",
    "staging/stg_documents_to_read",
    "intermediate/record/int_recorded_sentences",
    "intermediate/record/int_recorded_events",
    "intermediate/record/int_recorded_event_actors",
    "intermediate/record/int_recorded_observations",
    "marts/audit/audit_rejections",
)
for _name in _COPIED:
    MODELS[_name] = (DBT / "models" / f"{_name}.sql").read_text()
_READ_NOW = {"int_sentences", "int_events", "int_event_actors", "int_observations"}
_READ_NOW |= {"stg_reading_list", "stg_documents_to_read"}
_AUDITED = [name.split("/")[-1] for name in MODELS if "/audit/" not in name]
_AUDITED = [name for name in _AUDITED if name not in _READ_NOW]
MODELS["marts/audit/audit_row_counts"] = (
    "{{ config(materialized='incremental', unique_key=['refresh_id', 'model']) }} with counts as ("
    + " union all ".join(
        f"select '{name}' as model, count(*) as row_count from {{{{ ref('{name}') }}}}"
        for name in _AUDITED
    )
    + """)
    select refresh_id, refreshed_at, model, row_count, null::bigint as previous_row_count
    from counts
    cross join (
        select refresh_id, refreshed_at from {{ source('raw', 'refreshes') }}
        order by refresh_id desc limit 1
    )"""
)

YML = """\
version: 2
models:
  - name: fct_events
    description: "Events. Grain: one row an event."
    columns:
      - name: event_id
        description: "Key of the event; it's stable."
        data_tests: [primary_key]
      - name: event_type
        description: >-
          What kind of act it is, in more words than a cell of an answer at the prompt has room for.
        data_tests: [{accepted_values: {arguments: {values: [CONSULT]}}}]
      - name: quote
        data_tests:
          - accepted_values: {arguments: {values: [nothing]}, config: {severity: warn}}
"""
TESTS_YML = """\
version: 2
data_tests:
  - name: events_have_documents
    description: "Every event has its document."
"""
TWO_MODELS = """\
{{ config(meta={'dagster': {'ref': {'name': 'fct_events'}}}) }}
select events.event_id
from {{ ref('fct_events') }} as events
left join {{ ref('dim_document') }} as documents using (document_id)
where documents.document_id is null
"""

# The columns whose values are kept.
YML += """\
      - name: document_id
      - name: char_start
      - name: char_end
  - name: fct_observations
    columns:
      - name: observation_id
      - name: document_id
      - name: measure
      - name: subject
      - name: value
      - name: unit
      - name: as_of_date
      - name: is_countable
      - name: char_start
      - name: char_end
      - name: quote
  - name: dim_document
    columns:
"""
YML += "".join(f"      - name: {name}\n" for name in DOCUMENT_SCHEMA if name != "text")


def write_tiny_dbt(folder: Path, **changed: str) -> Path:
    """Write the project; `changed` replaces the SQL of models, by name."""
    (folder / "tests").mkdir(parents=True)
    (folder / "macros").mkdir()
    (folder / "dbt_project.yml").write_text(PROJECT)
    shutil.copy(DBT / "profiles.yml", folder)
    for macros in ("generate_schema_name.sql", "record.sql", "touched.sql"):
        shutil.copy(DBT / "macros" / macros, folder / "macros")
    shutil.copytree(DBT / "seeds" / "audit", folder / "seeds" / "audit")
    shutil.copytree(DBT / "tests" / "generic", folder / "tests" / "generic")
    shutil.copy(DBT / "macros" / "history.sql", folder / "macros")
    for name, sql in MODELS.items():
        path = folder / "models" / f"{name}.sql"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed.pop(path.stem, sql) + "\n")
    assert not changed, f"no such model: {changed}"
    shutil.copy(DBT / "models" / "staging" / "sources.yml", folder / "models")
    (folder / "models" / "facts.yml").write_text(YML)
    (folder / "tests" / "events_have_documents.sql").write_text(TWO_MODELS)
    (folder / "tests" / "tests.yml").write_text(TESTS_YML)
    return folder
