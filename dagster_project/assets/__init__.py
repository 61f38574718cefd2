"""What is materialized: files that sources bring, raw tables, dbt models, what is published.

Belongs here: when each is made, and what Dagster is told of it. Does not belong here: how it is
made (the rooms below).
"""

OWNERS = ["team:sitrep"]
