# Every target works on a fresh clone: it first makes .venv from requirements.lock where needed.
.DEFAULT_GOAL := help
.PHONY: help refresh report test bench ui sql docs snapshot restore export evaluate lint lock venv

PYTHON := .venv/bin/python
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export DBT_SEND_ANONYMOUS_USAGE_STATS := false

# What is typed as `q=` or `FILE=` no target would read, and nobody would be told. Names with an underscore are settings.
READ := COMPARE F FULL INCREMENTS MONTHS N PAGES PYTHON Q SNAPSHOT SPARK TARGET WIDE
TYPED := $(foreach name,$(.VARIABLES),$(if $(findstring command,$(origin $(name))),$(name)))
UNREAD := $(filter-out $(READ) HOME LANG PATH SHELL TMPDIR TZ,$(foreach name,$(TYPED),$(if $(findstring _,$(name)),,$(name))))
$(if $(UNREAD),$(error No target reads $(UNREAD). Those that are read: $(READ). `make help` says what for))

help: ## List the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

venv:
	@command -v python3 >/dev/null || { echo "Sitrep needs Python 3.11, 3.12 or 3.13; there is no python3 on the PATH." >&2; exit 1; }
	@python3 dagster_project/commands/make_venv.py

refresh: venv ## Load raw/, read what is new, build and check, publish warehouse/sitrep.duckdb; FULL=1 reads all again, MONTHS="2017-05" some, TARGET=spark builds on Spark
	@$(if $(filter spark,$(TARGET)),python3 dagster_project/commands/make_venv.py .venv-spark dagster_project/spark/requirements.lock)
	@$(if $(TARGET),SITREP_TARGET=$(TARGET)) $(PYTHON) -m dagster_project.commands.refresh $(if $(FULL),--full) $(if $(MONTHS),--months $(MONTHS))

report: venv ## Write the situation report again, warehouse/report/index.html
	@$(PYTHON) -m dagster_project.commands.report

test: venv ## Run every test; SPARK=1 compares Spark's rows with DuckDB's, too
	@$(PYTHON) -m pytest -n 3 --dist loadgroup --no-loadscope-reorder $(if $(SPARK),--spark)

ui: venv ## Start the Dagster UI with its daemon on localhost:3000
	@$(PYTHON) -m dagster_project.commands.ui

sql: venv ## Open a SQL prompt on the published file; Q="select ..." or F=file.sql prints one answer, WIDE=1 with long cells whole
	@$(PYTHON) -m dagster_project.commands.query $(if $(WIDE),--wide) $(if $(Q),"$$Q",$(if $(F),--file "$(F)"))

export: venv ## Write Parquet, CSV, GeoJSON, HXL, ACLED- and GDELT-like files, into warehouse/exports/
	@$(PYTHON) -m dagster_project.commands.export

docs: venv ## Build dbt's documentation, one page that needs no network, warehouse/docs/index.html
	@$(PYTHON) -m dagster_project.commands.docs

snapshot: venv ## Write raw tables and marts as Parquet with checksums, into warehouse/snapshots/
	@$(PYTHON) -m dagster_project.commands.snapshots

restore: venv ## Put a snapshot back; SNAPSHOT=warehouse/snapshots/...
	@$(PYTHON) -m dagster_project.commands.snapshots $(or $(SNAPSHOT),$(error Say which: make restore SNAPSHOT=folder))

bench: venv ## Measure speed, memory and growth on N made-up documents; INCREMENTS=N: adding to N; PAGES=N: N MB of pages
	@python3 dagster_project/commands/make_venv.py .venv-benchmark tests/benchmark/requirements.lock
	@$(if $(INCREMENTS),$(PYTHON) -m tests.benchmark.increments --documents $(INCREMENTS),\
		$(if $(PAGES),$(PYTHON) -m tests.benchmark.pages --megabytes $(PAGES),\
		$(PYTHON) -m tests.benchmark --documents $(or $(N),100000) $(if $(COMPARE),--compare "$(COMPARE)")))

evaluate: venv ## Score the labelled documents: recall, precision, F1 and the worst misses
	@$(PYTHON) -m tests.evaluation --misses --limit 15

lint: venv ## Check the style of Python and SQL
	@$(PYTHON) -m ruff check . && $(PYTHON) -m ruff format --check . && $(dir $(PYTHON))lint-imports --no-cache
	@SITREP_BUILD_DB=:memory: $(PYTHON) -m sqlfluff lint dbt/models dbt/tests dbt/analyses

lock: ## Compile requirements.lock from pyproject.toml (needs uv)
	@uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --quiet --output-file requirements.lock
	@uv pip compile --group pyproject.toml:benchmark --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --quiet --output-file tests/benchmark/requirements.lock
	@uv pip compile --group pyproject.toml:spark --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --quiet --output-file dagster_project/spark/requirements.lock

# As it was typed: make would take the `$` of a pattern for a variable.
override Q := $(value Q)
export Q
