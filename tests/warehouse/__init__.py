"""Tests of the ledger: generated bulletins through the real models, and the labelled sums."""
