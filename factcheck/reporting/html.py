"""The report as one HTML file that needs nothing else: no script, no request, styles inside."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined, Template

from factcheck.reporting.content import Report
from factcheck.reporting.wording import (
    acceptance,
    claim_standing,
    counted,
    headline,
    likelihood,
    pairs_considered,
    sentence_case,
    share,
)

_PATTERNS = ("solid", "hatched", "dotted", "ruled", "crossed")
"""How sides are told apart beside their letter, in the order of letters, then over again."""


def write(report: Report) -> str:
    """Return ``report`` as a whole HTML document."""
    return template("report.html.j2").render(report=report)


@cache
def template(name: str) -> Template:
    """Return a template of this package; what is put into it is escaped for HTML."""
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    folder = files("factcheck.reporting") / "templates"
    sources = {
        entry.name: entry.read_text(encoding="utf-8")
        for entry in folder.iterdir()
        if entry.is_file()
    }
    environment = Environment(
        loader=DictLoader(sources),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "acceptance": acceptance,
        "counted": counted,
        "headline": headline,
        "likelihood": likelihood,
        "pairs_considered": pairs_considered,
        "pattern": pattern,
        "sentence_case": sentence_case,
        "share": share,
        "standing": claim_standing,
    }
    return environment


def pattern(letter: str) -> str:
    """Return the pattern of a side by its letter.

    >>> pattern("A"), pattern("C")
    ('solid', 'dotted')
    """
    return _PATTERNS[(ord(letter[:1] or "A") - ord("A")) % len(_PATTERNS)]
