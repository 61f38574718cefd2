"""What is materialized: the raw tables, the dbt models, the published file."""

OWNERS = ["team:sitrep"]
