"""What changed, for a comment on a pull request."""

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
from factcheck.reporting.markdown import escape
from factcheck.reporting.wording import sentence_case


def write(difference: Difference) -> str:
    """Return what changed as Markdown; what sources say is escaped."""
    blocks = [
        "## What changed between two checks",
        f"**{escape(summary(difference))}**",
        f"Old: {escape(run_facts(difference.old))}  \nNew: {escape(run_facts(difference.new))}",
    ]
    told = circumstances(difference)
    if told:
        blocks.append("\n".join(f"- {escape(line)}" for line in told))
    for title, changes in sections(difference):
        blocks.append(f"### {title}")
        blocks += [_change(change) for change in changes]
    return "\n\n".join(blocks) + "\n"


def _change(change: ToldChange) -> str:
    lines = [f"**{escape(change.sign)} {escape(change.topic)}**", ""]
    if change.before:
        lines += ["Before:", "", *_sides(change.before), "", "Now:", ""]
    lines += [*_sides(change.after), ""]
    lines += [f"Cause: {escape(cause)}  " for cause in change.causes]
    lines += [f"{escape(sentence_case(change.decided))}  "] if change.decided else []
    return "\n".join((*lines, f"({escape(change.facts)})"))


def _sides(sides: Sequence[ToldSide]) -> list[str]:
    lines = []
    for side in sides:
        lines.append(f"- **{side.letter}** {escape(side.label)}".rstrip())
        lines += [f"  - {escape(quote)}" for quote in quoted(side.quotes)]
        if side.more:
            lines.append(f"  - and {side.more:,} more")
    return lines
