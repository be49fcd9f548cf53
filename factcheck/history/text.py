"""What changed, on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.history.difference import Difference
from factcheck.history.telling import (
    ToldChange,
    ToldSide,
    circumstances,
    quoted,
    run_facts,
    sections,
    summary,
)
from factcheck.reporting.columns import wrap

_INDENT = " " * 5


def write(difference: Difference, width: int = 80) -> str:
    """Return what changed as lines of at most ``width`` columns."""
    blocks = [
        [
            *wrap(run_facts(difference.old), width, "old: ", _INDENT),
            *wrap(run_facts(difference.new), width, "new: ", _INDENT),
            *wrap(summary(difference), width),
        ]
    ]
    told = [line for one in circumstances(difference) for line in wrap(one, width, "- ", "  ")]
    if told:
        blocks.append(told)
    for title, changes in sections(difference):
        blocks.append([title.upper()])
        blocks += [_change(change, width) for change in changes]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _change(change: ToldChange, width: int) -> list[str]:
    lines = wrap(f"{change.sign}  {change.topic}", width, "", _INDENT)
    if change.before:
        lines += [f"{_INDENT}before:", *_sides(change.before, width), f"{_INDENT}now:"]
    lines += _sides(change.after, width)
    for cause in change.causes:
        lines += wrap(cause, width, f"{_INDENT}cause: ", _INDENT + "  ")
    if change.decided:
        lines += wrap(change.decided, width, _INDENT, _INDENT)
    return [*lines, *wrap(change.facts, width, _INDENT, _INDENT)]


def _sides(sides: Sequence[ToldSide], width: int) -> list[str]:
    lines: list[str] = []
    inner = _INDENT + " " * 3
    for side in sides:
        lines += wrap(side.label or "—", width, f"{_INDENT}{side.letter}  ", inner)
        for quote in quoted(side.quotes):
            lines += wrap(quote, width, inner, inner + "  ")
        if side.more:
            lines.append(f"{inner}and {side.more:,} more")
    return lines
