"""Rules for texts and patterns.

Belongs here: what DuckDB and Spark call and count differently in a text. Does not belong here: how
patterns themselves differ (`regex`).
"""

from __future__ import annotations

from sqlglot import exp

from dagster_project.spark.names import ACCENTED, LIKENESS, PLAIN
from dagster_project.spark.regex import java_pattern, java_replacement
from dagster_project.spark.writing import TranslationError, call, template


def constant(node: exp.Expression) -> str:
    """The text of a literal, or of literals put together."""
    if isinstance(node, exp.Literal) and node.is_string:
        return node.name
    raise TranslationError(f"no constant, as a pattern has to be: {node.sql('duckdb')}")


def _pattern(node: exp.Expression, before: str = "", behind: str = "") -> exp.Literal:
    return exp.Literal.string(before + java_pattern(constant(node)) + behind)


def letters(node: exp.Chr) -> exp.Expression:
    """`chr`, as a literal."""
    return exp.Literal.string("".join(chr(int(number.name)) for number in node.expressions))


def joined(node: exp.DPipe) -> exp.Expression:
    """Literals put together; other texts stay."""
    texts = [node.this, node.expression]
    if all(isinstance(text, exp.Literal) and text.is_string for text in texts):
        return exp.Literal.string("".join(text.name for text in texts))
    return node


def matches(node: exp.RegexpLike) -> exp.Expression:
    """`regexp_matches`; of one pattern or another, where conditions choose among some."""
    _no_options(node, "flag")
    chosen = node.expression
    if isinstance(chosen, exp.If | exp.Case):
        ways = [chosen] if isinstance(chosen, exp.If) else [*chosen.args["ifs"], chosen]
        for way in ways:
            for name in ("true", "false", "default"):
                pattern = way.args.get(name)
                if pattern is not None:
                    like = exp.RegexpLike(this=node.this.copy(), expression=pattern.copy())
                    way.set(name, matches(like))
        return chosen
    return template("rlike(:text, :pattern)", text=node.this, pattern=_pattern(node.expression))


def matches_whole(node: exp.RegexpFullMatch) -> exp.Expression:
    """`regexp_full_match`."""
    _no_options(node, "options")
    pattern = _pattern(node.expression, r"\A(?:", r")\z")
    return template("rlike(:text, :pattern)", text=node.this, pattern=pattern)


def _no_options(node: exp.Expression, name: str) -> None:
    if node.args.get(name):
        raise TranslationError(f"options of {node.sql('duckdb')}: write them into the pattern")


def replaced(node: exp.RegexpReplace) -> exp.Expression:
    """`regexp_replace`: of the first match, or with `g` of every one."""
    options = node.args.get("modifiers")
    every = options is not None and constant(options) == "g"
    if options is not None and not every:
        _no_options(node, "modifiers")
    replacement = constant(node.args["replacement"])
    pattern = constant(node.expression)
    if every or (pattern.startswith("^") and "|" not in pattern):
        return call(
            "regexp_replace", node.this, _pattern(node.expression), java_replacement(replacement)
        )
    # Java's replaces every match: so the match begins where the text does, and what stands
    # before the first one is put back.
    return call(
        "regexp_replace",
        node.this,
        _pattern(node.expression, r"(?s)\A(.*?)(?-s:", ")"),
        "$1" + java_replacement(replacement, 1),
    )


def extracted(node: exp.RegexpExtract) -> exp.Expression:
    """`regexp_extract`."""
    group = node.args.get("group") or exp.Literal.number(0)
    if not isinstance(group, exp.Literal):
        raise TranslationError(f"named groups: {node.sql('duckdb')}")
    return call("regexp_extract", node.this, _pattern(node.expression), group)


def all_extracted(node: exp.RegexpExtractAll) -> exp.Expression:
    """`regexp_extract_all`, of the whole match."""
    group = node.args.get("group") or exp.Literal.number(0)
    if group.name != "0":
        raise TranslationError(f"a group of all matches: {node.sql('duckdb')}")
    return call("regexp_extract_all", node.this, _pattern(node.expression), 0)


def unaccented(text: exp.Expression) -> exp.Expression:
    """`strip_accents`."""
    return template(f"translate(:text, {ACCENTED}, {PLAIN})", text=text)


def split_text(node: exp.Split) -> exp.Expression:
    """`string_split`, whose separator is no pattern."""
    separator = node.expression
    if isinstance(separator, exp.Literal):
        quoted = "".join(f"\\{c}" if not c.isalnum() else c for c in separator.name)
        if not quoted:
            # Spark's own has an empty text behind the last character.
            return template(
                "if(:text = '', array(''), regexp_extract_all(:text, '(?s).', 0))", text=node.this
            )
        return call("split", node.this, quoted, -1)
    return template(r"split(:text, concat('\\Q', :by, '\\E'), -1)", text=node.this, by=separator)


def left_part(node: exp.Left) -> exp.Expression:
    """`left`, which counts from the end below zero."""
    count = node.expression
    if isinstance(count, exp.Neg):
        return template(
            "substring(:text, 1, length(:text) - :count)", text=node.this, count=count.this
        )
    return node


def greatest(node: exp.ArrayMax) -> exp.Expression:
    """The likeness of the likest: a function of Python's cannot stand within a lambda."""
    if node.find(exp.JarowinklerSimilarity) is None:
        return node
    transform = node.this
    likeness = transform.expression.this if isinstance(transform, exp.Transform) else None
    if not isinstance(likeness, exp.JarowinklerSimilarity) or likeness.this.name != (
        transform.expression.expressions[0].name
    ):
        raise TranslationError(f"a likeness: {node.sql('duckdb')}")
    return call(LIKENESS, transform.this, likeness.expression)
