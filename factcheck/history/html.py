"""What changed, in a notebook."""

from __future__ import annotations

from factcheck.history.difference import Difference
from factcheck.history.telling import circumstances, quoted, run_facts, sections, summary
from factcheck.reporting.html import template


def fragment(difference: Difference) -> str:
    """Return what changed as a small piece of HTML with its styles on its elements."""
    return template("difference.html.j2").render(
        summary=summary(difference),
        runs=(("Old", run_facts(difference.old)), ("New", run_facts(difference.new))),
        circumstances=circumstances(difference),
        sections=sections(difference),
        quoted=quoted,
    )
