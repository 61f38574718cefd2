"""Checks that SQL tests cannot make, because they look at the raw folder or across layers."""
