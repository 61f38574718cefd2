"""The rules of the dbt project's structure, as questions to its manifest.

Belongs here: what every model must have and what it may read. Does not belong here: what is in
the tables (dbt tests). Each function returns faults in words, none where all is well.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from dagster_project.checks.words import meaning_of

Manifest = Mapping[str, Any]
Node = Mapping[str, Any]

LAYERS = ("staging", "intermediate", "marts")
# What the models of a layer may read: other layers, `seeds`, `raw`.
MAY_READ = {
    "staging": {"raw", "staging", "seeds"},
    "intermediate": {"staging", "intermediate", "seeds"},
    "marts": {"intermediate", "marts", "seeds"},
}
# The documents themselves are published as they are staged; nothing lies between.
READ_STAGED_DOCUMENTS = {"dim_document", "documents"}
# They tell of the refreshes themselves, which are no document that a layer could refine.
OF_REFRESHES = {"audit", "history"}
# What a refresh changed is told by the histories and by its time.
TOUCHED = "int_touched_"
REFRESHES = "source.sitrep.raw.refreshes"
# Its columns are those of the table whose rows it keeps, as that one's contract fixes them.
HISTORY = "history"
ROW_COUNTS = "audit_row_counts"
GRAIN = "Grain: one row "
# Only runs of words that these phrases may be are kept; what is listed here is compared otherwise.
NGRAMS = "int_ngrams"
PHRASES = "int_phrases"
# Where the reading of one text at a time begins, and where its rows are kept.
FIRST_READ = "stg_documents_to_read"
ALL_DOCUMENTS = "stg_documents"
RECORD = "record"
NO_PHRASES = {
    "actor_roles",
    "actors",
    "commission_parties",
    "date_words",
    "place_aliases",
    "place_cue_words",
    "trigger_traits",
    "word_lists",
}


def models(manifest: Manifest) -> list[Node]:
    """The models by name."""
    nodes = (node for node in manifest["nodes"].values() if node["resource_type"] == "model")
    return sorted(nodes, key=lambda node: node["name"])


def layer_of(node: Node) -> str:
    """The layer of a model, `seeds` for a seed, the source's name for a source."""
    if node["resource_type"] == "source":
        return node["source_name"]
    return "seeds" if node["resource_type"] == "seed" else node["fqn"][1]


def skipped_layers(manifest: Manifest) -> list[str]:
    """Models that read a layer which theirs must not."""
    everything = {**manifest["nodes"], **manifest["sources"]}
    faults = []
    for model in models(manifest):
        layer = layer_of(model)
        if layer not in LAYERS:
            faults.append(f"{model['name']} lies in no layer: {layer}")
            continue
        for unique_id in model["depends_on"]["nodes"]:
            read = everything[unique_id]
            if not _may_read(model, layer, read):
                faults.append(f"{model['name']} ({layer}) reads {read['name']} ({layer_of(read)})")
    return faults


def _may_read(model: Node, layer: str, read: Node) -> bool:
    if layer_of(read) in MAY_READ[layer]:
        return True
    if model["name"].startswith(TOUCHED):
        return read["unique_id"] == REFRESHES or read["fqn"][1:3] == ["marts", HISTORY]
    if layer != "marts":
        return False
    if model["fqn"][2] in OF_REFRESHES:
        return True
    return read["name"] == "stg_documents" and model["name"] in READ_STAGED_DOCUMENTS


def rooms_that_turn_back(manifest: Manifest) -> list[str]:
    """Folders of models each of which reads the other, if only by way of others."""
    room = {model["unique_id"]: "/".join(model["fqn"][1:-1]) for model in models(manifest)}
    reads: dict[str, set[str]] = {name: set() for name in room.values()}
    for model in models(manifest):
        own = room[model["unique_id"]]
        reads[own] |= {room[node] for node in model["depends_on"]["nodes"] if node in room} - {own}
    behind = {name: _with_readers({name}, reads, without=set()) - {name} for name in reads}
    return [
        f"{one} and {other} read each other"
        for one in sorted(behind)
        for other in sorted(behind[one])
        if one < other and one in behind[other]
    ]


def readings_and_views(manifest: Manifest) -> tuple[set[str], set[str]]:
    """Models of the documents read now alone, and models that look at all documents, by id.

    A model of the record reads the former and is read by the latter: it is of neither.
    """
    reads = {model["unique_id"]: set(model["depends_on"]["nodes"]) for model in models(manifest)}
    record = {model["unique_id"] for model in models(manifest) if _is_record(model)}
    readings = _with_readers({_model_id(FIRST_READ)}, reads, without=record)
    views = _with_readers(
        {_model_id(ALL_DOCUMENTS), *record}, reads, without=record | {_model_id(FIRST_READ)}
    )
    return readings, views - record


def _model_id(name: str) -> str:
    return f"model.sitrep.{name}"


def _is_record(model: Node) -> bool:
    return model["fqn"][1:3] == ["intermediate", RECORD]


def _with_readers(begun: set[str], reads: Mapping[str, set[str]], *, without: set[str]) -> set[str]:
    found = set(begun)
    while (
        more := {model for model, read in reads.items() if read & found and model not in without}
        - found
    ):
        found |= more
    return found


def mixed_readings(manifest: Manifest) -> list[str]:
    """Models that read both one text at a time and all documents, and marts that read the former.

    What one text says must not depend on which other texts were read with it.
    """
    readings, views = readings_and_views(manifest)
    by_id = {model["unique_id"]: model for model in models(manifest)}
    faults = [
        f"{by_id[model]['name']} reads documents one at a time and across each other"
        for model in sorted(readings & views)
    ]
    faults += [
        f"{by_id[model]['name']} is a mart of the documents of one refresh alone"
        for model in sorted(readings)
        if layer_of(by_id[model]) == "marts"
    ]
    return faults


def kept_wrongly(manifest: Manifest) -> list[str]:
    """Models of the record that keep what is not read from one text, or forget what was read."""
    readings, _ = readings_and_views(manifest)
    faults = []
    for model in models(manifest):
        if not _is_record(model):
            continue
        faults += [
            f"{model['name']} keeps {read.rpartition('.')[2]}, which is no reading of one text"
            for read in sorted(model["depends_on"]["nodes"])
            if read not in readings | {_model_id("stg_reading_list")}
        ]
        if model["config"].get("incremental_strategy") != "by_document":
            faults.append(f"{model['name']} is not kept by document")
    return faults


def without_grain(manifest: Manifest) -> list[str]:
    """Models whose description does not end with what one row is."""
    return [
        f"{model['name']} does not end its description with '{GRAIN}...'"
        for model in models(manifest)
        if GRAIN not in (last := model["description"].strip().rpartition(". ")[2])
        or not last.startswith(GRAIN)
        or not last.endswith(".")
    ]


def without_tested_key(manifest: Manifest) -> list[str]:
    """Models without a test of their key, be it one column or several.

    A view that is written into its record has the test there, as each asking computes it anew.
    """
    tested = {
        unique_id.rpartition(".")[2]
        for unique_id, name, _ in _generic_tests(manifest)
        if name in ("primary_key", "unique_combination")
    }
    return [
        f"{model['name']} has no tested primary key"
        for model in models(manifest)
        if model["name"] not in tested
        and not (
            model["config"]["materialized"] == "view"
            and f"int_recorded_{model['name'].removeprefix('int_')}" in tested
        )
    ]


def _generic_tests(manifest: Manifest) -> Iterator[tuple[str, str, str | None]]:
    for node in manifest["nodes"].values():
        if node["resource_type"] == "test" and node.get("test_metadata"):
            yield node["attached_node"], node["test_metadata"]["name"], node.get("column_name")


def marts_without_contract(manifest: Manifest) -> list[str]:
    """Marts whose columns no contract fixes, a table's history aside."""
    return [
        f"{model['name']} has no enforced contract"
        for model in models(manifest)
        if layer_of(model) == "marts"
        and model["fqn"][2] != HISTORY
        and not model["config"]["contract"]["enforced"]
    ]


def undescribed_columns(manifest: Manifest) -> list[str]:
    """Columns without a description or, in marts, without a type; marts that list none.

    The contract makes sure that the columns listed are those of the table.
    """
    faults = []
    for model in models(manifest):
        is_mart = layer_of(model) == "marts"
        if not model["columns"]:
            faults.append(f"{model['name']} describes no column")
        for name, column in model["columns"].items():
            if not column["description"].strip():
                faults.append(f"{model['name']}.{name} has no description")
            if is_mart and not column.get("data_type"):
                faults.append(f"{model['name']}.{name} has no type")
    return faults


def uncounted(manifest: Manifest) -> list[str]:
    """Models whose rows the audit does not count.

    Its own history cannot count itself, and how many rows one refresh reads says nothing.
    """
    readings, _ = readings_and_views(manifest)
    readings |= {_model_id("stg_reading_list")}
    readings |= {
        model["unique_id"] for model in models(manifest) if model["name"].startswith(TOUCHED)
    }
    counted = {
        unique_id
        for model in models(manifest)
        if model["name"] == ROW_COUNTS
        for unique_id in model["depends_on"]["nodes"]
    }
    return [
        f"{model['name']} is not in {ROW_COUNTS}"
        for model in models(manifest)
        if model["unique_id"] not in counted | readings and model["name"] != ROW_COUNTS
    ]


def unlisted_dictionaries(manifest: Manifest) -> list[str]:
    """Seeds that are looked up among runs of words of which none is kept for them."""
    reads = {model["name"]: set(model["depends_on"]["nodes"]) for model in models(manifest)}
    runs = f"model.sitrep.{NGRAMS}"
    return [
        f"{name} looks {seed} up in {NGRAMS}, which {PHRASES} does not list"
        for name, nodes in reads.items()
        if runs in nodes
        for seed in sorted(
            node.rpartition(".")[2] for node in nodes - reads[PHRASES] if node.startswith("seed.")
        )
        if seed not in NO_PHRASES
    ]


def patched_elsewhere(manifest: Manifest) -> list[str]:
    """Models whose yml does not lie beside them under the same name."""
    return [
        f"{model['name']} is described in {model['patch_path'] or 'no file'}"
        for model in models(manifest)
        if (model["patch_path"] or "").partition("://")[2]
        != model["original_file_path"].removesuffix(".sql") + ".yml"
    ]


def checks_without_words(manifest: Manifest) -> list[str]:
    """Tests of which nobody is told what they make sure of."""
    return [
        f"{node['name']} does not say what it makes sure of"
        for node in manifest["nodes"].values()
        if node["resource_type"] == "test" and not meaning_of(node)
    ]


RULES = (
    skipped_layers,
    rooms_that_turn_back,
    mixed_readings,
    kept_wrongly,
    without_grain,
    without_tested_key,
    marts_without_contract,
    undescribed_columns,
    uncounted,
    unlisted_dictionaries,
    patched_elsewhere,
    checks_without_words,
)
