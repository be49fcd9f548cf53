"""Findings as workflow commands, which GitHub Actions shows as annotations beside the lines.

The commands and their escapes are those of GitHub's "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.model import Baseline, Run
from factcheck.reporting.alerts import Alert, find_alerts
from factcheck.reporting.places import Locator
from factcheck.reporting.wording import clean, counted

SHOWN = 10
"""How many errors, and as many warnings, GitHub shows of one step; the rest are in its log."""


def write(run: Run, folder: str = "", baseline: Baseline | None = None) -> Iterator[str]:
    """Yield a command a line: unread documents, disputes, qualifications.

    Args:
        run: what was found.
        folder: the folder that was read, seen from the root of the repository.
        baseline: what is accepted and therefore left out, since GitHub shows few.
    """
    locator = Locator.of(run.corpus, folder)
    kinds = Counter({"error": len(run.corpus.failed)})
    for unread in run.corpus.failed:
        place = locator.path(clean(unread.path))
        yield _command("error", _unread_reason(unread.reason), file=place)
    for alert in find_alerts(run, locator, baseline):
        if alert.accepted is None:
            kinds[alert.level] += 1
            yield _annotation(alert)
    yield from _left_out(kinds["error"], kinds["warning"])


def _unread_reason(reason: str) -> str:
    return f"This document could not be read: {clean(reason)}"


def _annotation(alert: Alert) -> str:
    place = alert.place
    where: dict[str, object] = {
        "file": clean(place.path),
        "line": place.line,
        "endLine": place.end_line,
    }
    # Columns are refused where the words go over several lines, and the last one is that of the
    # last character, since it is the first one where it is not given.
    if place.line == place.end_line:
        where |= {"col": place.column, "endColumn": max(place.column, place.end_column - 1)}
    return _command(alert.level, "\n".join(alert.lines()), **where, title=alert.title)


def _left_out(errors: int, warnings: int) -> list[str]:
    """Say that GitHub will not show everything, where it will not."""
    if max(errors, warnings) <= SHOWN:
        return []
    found = f"{counted(errors, 'error')} and {counted(warnings, 'warning')}"
    told = f"There are {found}; of each kind GitHub shows {SHOWN}. The log of this step has all."
    return [_command("notice", told, title="factcheck")]


def _command(name: str, message: str, **properties: object) -> str:
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {given}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
