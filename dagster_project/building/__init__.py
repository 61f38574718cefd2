"""Driving dbt: its runs, its project's files, and which of its nodes a refresh may leave standing.

Belongs here: what has to be known of dbt to start it and to hear it. Does not belong here: which
assets that makes (`assets.warehouse`), what its rows are held against (`checks`).
"""
