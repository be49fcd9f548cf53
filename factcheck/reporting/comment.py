"""The findings as a comment on a pull or merge request: short, in GitHub's Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape as escape_html
from urllib.parse import quote

from factcheck.model import Baseline, Run
from factcheck.reporting.alerts import QUOTED, WITNESSES, Alert, AlertSide, brief, find_alerts
from factcheck.reporting.markdown import escape, marked
from factcheck.reporting.places import Locator
from factcheck.reporting.shortening import shorten
from factcheck.reporting.wording import clean, counted, share

LIMIT = 65_536
"""Most bytes of a comment: GitHub takes as many characters, and no letter is less than a byte."""

_ROOM_TO_TELL = 400
"""Bytes kept for saying what was left out."""

_UNREAD_SHOWN = 20

# GitHub looks for mentions, numbers of issues and names of pictographs in the text that Markdown
# leaves, where a backslash is gone. A comment of HTML parts that text and shows nothing.
_REFERENCES = re.compile(r"[@#](?=\w)|:(?=[\w+\\-]+:)|(?<=\bGH)(?=-\d)", re.IGNORECASE)


def write(
    run: Run, folder: str = "", baseline: Baseline | None = None, limit: int = LIMIT
) -> Iterator[str]:
    """Yield the findings of ``run`` as a comment, which is small, in one piece.

    Its first line is a mark that names the folder and is not shown: who posts the comment can
    find the earlier one by it and replace it. Documents are called by their names in that folder.
    What does not fit is left out, the quotations of the findings that matter least first, and
    the comment says so.

    Args:
        run: what was found.
        folder: the folder that was read, seen from the root of the repository.
        baseline: what is accepted, which is only counted.
        limit: most bytes of the comment.
    """
    found = tuple(find_alerts(run, Locator.of(run.corpus, ""), baseline))
    alerts = [alert for alert in found if alert.accepted is None]
    opening = _opening(run, folder, len(found) - len(alerts))
    closing = f"factcheck {shown(run.version)}: confidence is the share of such findings that hold."
    room = limit - _size([*opening, closing]) - _ROOM_TO_TELL
    rows = _fitting([_row(alert) for alert in alerts], room, apart=1)
    room -= sum(_size([row]) for row in rows)
    details = _fitting([_details(alert) for alert in alerts[: len(rows)]], room)
    table = ["\n".join((*_HEAD, *rows))] if rows else []
    left_out = _left_out(len(alerts), len(rows), len(details), limit)
    yield "\n\n".join((*opening, *table, *details, *left_out, closing)) + "\n"


_HEAD = ("| | question | sides | confidence |", "| --- | --- | --- | ---: |")


def shown(text: str) -> str:
    r"""Return ``text`` so that GitHub shows it as it is and it calls nobody.

    >>> print(shown("ask @ada of #12 about *this*"))
    ask \@<!-- -->ada of \#<!-- -->12 about \*this\*
    """
    return _quiet(escape(clean(text)))


def _quiet(markup: str) -> str:
    return _REFERENCES.sub(r"\g<0><!-- -->", markup)


def mark(folder: str) -> str:
    """Return the first line of the comment on ``folder``.

    >>> mark("docs")
    '<!-- factcheck: docs -->'
    """
    return f"<!-- factcheck: {quote(folder or '.', errors='replace').replace('--', '-%2D')} -->"


def _opening(run: Run, folder: str, accepted: int) -> list[str]:
    where = f" in {shown(folder)}" if folder else ""
    blocks = [mark(folder), f"### Consistency of {counted(len(run.corpus), 'document')}{where}"]
    counts = (
        f"{counted(len(run.disputes), 'dispute')} ≠",
        f"{counted(len(run.qualifications), 'qualification')} ~",
        f"{counted(len(run.agreements), 'agreement')} =",
        counted(len(run.claims), "claim"),
    )
    blocks.append(f"**{' · '.join(counts)}**")
    blocks += _unread(run)
    if not (run.disputes or run.qualifications):
        blocks.append("No source was found to contradict another.")
    elif accepted:
        others = len(run.disputes) + len(run.qualifications) - accepted
        told = (
            f"{counted(accepted, 'finding')} of these {'is' if accepted == 1 else 'are'} accepted"
        )
        blocks.append(f"{told}; {counted(others, 'new one')}{':' if others else '.'}")
    return blocks


def _unread(run: Run) -> list[str]:
    failed = run.corpus.failed
    if not failed:
        return []
    lines = [
        f"- {shown(brief(each.path))}: {shown(brief(each.reason))}"
        for each in failed[:_UNREAD_SHOWN]
    ]
    if len(failed) > _UNREAD_SHOWN:
        lines.append(f"- and {len(failed) - _UNREAD_SHOWN:,} more")
    told = f"**{counted(len(failed), 'document')} could not be read**, so this is not all:"
    return [told, "\n".join(lines)]


def _row(alert: Alert) -> str:
    sides = "<br>".join(f"{_answer(side)} ({_places(side)})" for side in alert.sides)
    number = f"{escape(alert.dispute.stance.sign)}&nbsp;{alert.number}"
    sure = share(alert.dispute.confidence)
    return f"| {number} | {shown(alert.question)} | {sides} | {sure} |"


def _answer(side: AlertSide) -> str:
    return f"**{side.letter}** {shown(side.label)}".rstrip()


def _places(side: AlertSide) -> str:
    places = [shown(str(one.place)) for one in side.witnesses[:WITNESSES]]
    more = len(side.witnesses) - len(places)
    return ", ".join((*places, f"{more} more") if more else places)


def _details(alert: Alert) -> str:
    summary = _quiet(escape_html(alert.title))
    blocks = [f"<details><summary>{summary}</summary>"]
    for side in alert.sides:
        blocks.append(_answer(side))
        blocks += [
            f"> {shown(str(one.place))}: “{_quiet(marked(shorten(one.pieces, QUOTED)))}”"
            for one in side.witnesses[:WITNESSES]
        ]
        if len(side.witnesses) > WITNESSES:
            blocks.append(f"> and {len(side.witnesses) - WITNESSES} more")
    blocks += [f"Why: {shown(alert.reason)}  \n({shown(alert.grounds)})", "</details>"]
    return "\n\n".join(blocks)


def _fitting(parts: Iterable[str], room: int, apart: int = 2) -> list[str]:
    """Return the first of ``parts`` that together take no more than ``room`` bytes."""
    taken: list[str] = []
    for part in parts:
        room -= len(part.encode()) + apart
        if room < 0:
            break
        taken.append(part)
    return taken


def _size(blocks: Sequence[str]) -> int:
    return sum(len(block.encode()) + 2 for block in blocks)


def _left_out(found: int, listed: int, quoted: int, limit: int) -> list[str]:
    if quoted == found:
        return []
    parts = []
    if listed < found:
        parts.append(f"{counted(found - listed, 'finding')} of {found:,}")
    if quoted < listed:
        parts.append(f"the quotations of {counted(listed - quoted, 'finding')}")
    return [f"Left out here, since a comment holds {limit:,} characters: {' and '.join(parts)}."]
