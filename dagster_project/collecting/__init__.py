"""From where documents appear to files in the raw folder.

Belongs here: the sources file, fetching, feeds, sitemaps and archives, and the journal of what was
collected. Does not belong here: reading the files that it writes (`reading`), tables, Dagster.

Nothing is written straight into tables, so that every row can be made anew from the raw folder.
dlt is not used: it brings rows into tables, and what is wanted here is files.
"""
