"""Sitrep's orchestration: what reads the files, drives dbt, checks and publishes."""

import gc

# Dagster, dbt and the project that they parse are a million objects that live as long as the
# process. By its defaults Python walks them over and over, looking for garbage: a fifth of the
# processor time of a refresh with nothing new.
gc.set_threshold(50_000, 20, 100)
