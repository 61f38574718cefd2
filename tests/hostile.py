"""Texts that would leave a trace if anything ever ran them, and the search for such traces.

Belongs here: the texts, one kind for each interpreter that a text could meet. Does not belong
here: the places that they are laid in (the tests of each place).
"""

from __future__ import annotations

from pathlib import Path

import duckdb

TRACE = "hostile_trace"

SQL = (
    f"'; create table marts.{TRACE} (n integer); --",
    f"'); create schema {TRACE}; --",
    f'"; create table "{TRACE}" (n integer); --',
    f"$$; copy (select 1) to '{TRACE}.csv'; $$",
    "'; drop table raw.articles; drop table raw.bulletins; drop schema marts cascade; --",
    "' or '1' = '1' /*",
    "\\'; delete from raw.load_ledger; --",
)
JINJA = (
    f"{{{{ run_query('create table marts.{TRACE} (n integer)') }}}}",
    f"{{% do run_query('create table marts.{TRACE} (n integer)') %}}",
    "{{ 6666 * 3 }}",
    "{{ env_var('SITREP_BUILD_DB') }}",
    "{% endraw %}{% endmacro %}{{ undefined() }}",
    "{# never closed",
    "{% raw %}",
)
SHELL = (
    f"$(touch {TRACE})",
    f"`touch {TRACE}`",
    f"; touch {TRACE} ;",
    f"| tee {TRACE}",
    f"&& touch {TRACE} &",
    f"\ntouch {TRACE}\n",
    f"--profiles-dir={TRACE}",
)
MARKUP = (
    f"<script>document.title = '{TRACE}'</script>",
    f"</script><script>document.title = '{TRACE}'</script>",
    f"<img src=x onerror=\"document.title = '{TRACE}'\">",
    f'"><svg onload="document.title = \'{TRACE}\'">',
    f"' onmouseover='document.title=&quot;{TRACE}&quot;' x='",
    f"javascript:document.title='{TRACE}'",
    f"<a href=\"javascript:document.title='{TRACE}'\">x</a>",
    f"<iframe srcdoc=\"<script>parent.document.title='{TRACE}'</script>\"></iframe>",
    f"<style>body::before {{ content: '{TRACE}' }}</style>",
    "<!-- never closed",
    "]]></p>&lt;script&gt;",
    f"${{document.title='{TRACE}'}}`",
    f"![x](javascript:document.title='{TRACE}') [x](javascript:alert(1))",
)
OTHER = (
    f'=HYPERLINK("http://localhost/{TRACE}")',
    f"=cmd|' /C touch {TRACE}'!A0",
    f"@SUM(1)*cmd|'{TRACE}'!A0",
    f"\x1b]0;{TRACE}\x1b\\\x1b[2J",
    "\u202egnp.exe\u202c \u2066x\u2069 \u200f\u200e",
    "line one\u2028line two\u2029end",
    "a,b;c\td\"e\"'f'|g\\h",
    "../../../../etc/passwd",
    "%s %(name)s {0} {name} %n",
    f"!!python/object/apply:os.system ['touch {TRACE}']",
)
TEXTS = (*SQL, *JINJA, *SHELL, *MARKUP, *OTHER)


def story(text: str) -> str:
    """A document that says the text in its title, in a sentence with a figure, and by itself."""
    return (
        f"Convoy reaches town {text}\n\n"
        f"DAMASCUS, January 7, 2020 - Five lorries {text} of food reached Aleppo on Tuesday, the"
        f" ministry of {text} said. Russia and Turkey met in Damascus.\n\n{text}\n"
    )


def one_line(text: str) -> str:
    """The text as far as a field of one line can hold it."""
    return " ".join("".join(c if c >= " " else " " for c in text).split())


def traces(connection: duckdb.DuckDBPyConnection, *folders: Path) -> list[str]:
    """What ran: tables and schemas in a database, files in folders and where the test runs."""
    found = connection.execute(
        "select schema_name || '.' || table_name from duckdb_tables() where table_name = $trace"
        " union all select schema_name from duckdb_schemas() where schema_name = $trace",
        {"trace": TRACE},
    ).fetchall()
    names = [name for (name,) in found]
    for folder in (*folders, Path.cwd()):
        pattern = f"{TRACE}*" if folder == Path.cwd() else f"**/{TRACE}*"
        names += [str(path) for path in folder.glob(pattern)]
    return names
