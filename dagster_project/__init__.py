"""Sitrep's orchestration: what reads the files, drives dbt, checks and publishes."""
