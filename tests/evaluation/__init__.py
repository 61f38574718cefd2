"""Scores a published warehouse against the labels of `corpora`: shipped documents and own ones.

Here: reading labels and marts, pairing their rows, counting, printing. Not here: any rule about
what a text means (that is `dbt/`), and tests of how the warehouse is built (`tests/warehouse`).

    python -m tests.evaluation                     build the labelled documents, print every table
    python -m tests.evaluation --corpus own        the same for `tests/own_documents`
    python -m tests.evaluation --db FILE           score a file that exists already
    python -m tests.evaluation --db FILE --misses --kind events --doc sochi --limit 20

A third of the shipped documents is held out (`gold.split_of`): rules are written while looking
at `dev`; the figures of both are printed, and a gap between them means rules that fit only what
was seen. Of the own documents nobody who wrote rules has read the half `held`.
"""
