"""Benchmarks: how fast the chain is, on documents that are made up."""
