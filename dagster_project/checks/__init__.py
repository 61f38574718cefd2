"""What holds the tables against what they were made from, and what a failed test tells.

Belongs here: checks that SQL tests cannot make, because they look at the raw folder or across
layers (`row_counts`, `spans`, `totals`); of dbt's tests what they mean, which rows and documents
they name (`words`, `offending`, `blame`, `bisection`), and running many as one (`together`). Does
not belong here: tests in SQL (dbt), what is done about a fault (`assets.setting_aside`).
"""
