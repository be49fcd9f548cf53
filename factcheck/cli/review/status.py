"""``factcheck review status``: how far a review has come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import output_options
from factcheck.cli.output import Output
from factcheck.cli.program import ExitCode
from factcheck.cli.review.options import store_option
from factcheck.reporting.columns import wrap
from factcheck.reporting.json import dumps
from factcheck.reporting.wording import clean, counted

if TYPE_CHECKING:
    from factcheck.review.overview import Effort, Overview
    from factcheck.store import Database

_WIDTH = 80
_INDENT = " " * 2
_TOLD = {"open": "open", "adjudication": "waiting for an adjudicator", "closed": "settled"}


@click.command("status")
@output_options("text", "json", default="text")
@store_option()
def command(output: Output, database: Database) -> int:
    """Say how many findings are open and settled, who has done how much, and what is orphaned.

    Nobody's votes are told, only how many there are.
    """
    from factcheck.review.overview import overview
    from factcheck.review.people import CONSOLE
    from factcheck.review.times import utc_now

    found = overview(database, CONSOLE, utc_now())
    if output.format == "json":
        output.write(dumps(_data(found), indent=1) + "\n")
    else:
        output.write("\n".join((*_lines(found), "")))
    return ExitCode.CLEAN


def _data(found: Overview) -> dict[str, Any]:
    return {
        "findings": found.total,
        "statuses": {status.value: number for status, number in found.statuses.items()},
        "gone": found.gone,
        "people": [
            {
                "name": one.name,
                "role": one.role and one.role.value,
                "active": one.active,
                "voted": one.voted,
                "skipped": one.skipped,
                "settled": one.settled,
                "waiting": one.waiting,
            }
            for one in found.people
        ],
        "orphans": [
            {
                "fingerprint": one.fingerprint,
                "question": one.question,
                "round": one.round,
                "reason": one.orphaned,
            }
            for one in found.orphans
        ],
    }


def _lines(found: Overview) -> Iterator[str]:
    told = [f"{number:,} {_TOLD[status.value]}" for status, number in found.statuses.items()]
    yield from wrap(f"{counted(found.total, 'finding')}: {', '.join(told)}", _WIDTH, "", _INDENT)
    if found.gone:
        yield f"{counted(found.gone, 'finding')} more that the documents no longer give"
    if found.people:
        yield ""
        yield from _table(found.people)
    if found.orphans:
        yield ""
        yield "Orphaned, and in the queue again:"
    for one in found.orphans:
        yield from wrap(f"{clean(one.question)} #{one.fingerprint}", _WIDTH, "- ", _INDENT)
        yield from wrap(clean(one.orphaned), _WIDTH, _INDENT, _INDENT)


def _table(people: tuple[Effort, ...]) -> Iterator[str]:
    names = [_called(one) for one in people]
    first = max(map(len, names))
    columns = ("voted", "skipped", "settled", "waiting")
    yield "  ".join((" " * first, *columns))
    for name, one in zip(names, people, strict=True):
        numbers = (one.voted, one.skipped, one.settled, one.waiting)
        cells = (f"{n:>{len(column)},}" for n, column in zip(numbers, columns, strict=True))
        yield "  ".join((f"{name:{first}}", *cells))


def _called(one: Effort) -> str:
    if one.role is None:
        return f"{one.name} (no account)"
    told = one.role.value.replace("_", " ")
    return f"{one.name} ({told})" if one.active else f"{one.name} ({told}, removed)"
