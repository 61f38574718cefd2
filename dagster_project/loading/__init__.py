"""From files in the raw folder to the schema `raw`, and to the list of what is to be read.

Belongs here: which files there are, what of them is new or changed, what was refused, and which
documents the models read this time. Does not belong here: how bytes become text (`reading`),
where files come from (`collecting`), what a text means (dbt), Dagster (`assets`).
"""
