"""From the published file to files for other tools: Parquet, CSV, GeoJSON, HXL, ACLED, GDELT.

Belongs here: formats, and that a set is whole. Does not belong here: what a column means or how an
event is mapped (dbt: `marts/exports`); when exports are written (`assets.exports`).
"""
