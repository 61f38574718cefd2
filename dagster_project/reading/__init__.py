"""Bytes to text: encodings, HTML, PDF, sidecars, and the kind of a document.

Belongs here: whatever turns a file into text and metadata, or says with a reason code why it
cannot. Does not belong here: Dagster, DuckDB, and what a text means.
"""
