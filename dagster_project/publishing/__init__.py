"""From the private build file to the file that readers open, and back what only that one knows.

Belongs here: copying a schema whole, swapping files, what a new build file takes over of histories.
Does not belong here: formats for other tools (`exporting`), the report (`report`).
"""
