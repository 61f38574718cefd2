"""The situation report: the published marts as one page that opens from a file.

`queries` reads, `content` puts together what the page holds, `charts` says how it is drawn, `page`
writes it. What the reader does with it happens in the page, in `templates/*.js`.
"""
