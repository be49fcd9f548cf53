"""``factcheck review agreement``: how far reviewers agree."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import message_options, output_options
from factcheck.cli.output import Output
from factcheck.cli.review.options import store_option
from factcheck.cli.terminal import Terminal
from factcheck.reporting.columns import wrap
from factcheck.reporting.wording import counted

if TYPE_CHECKING:
    from factcheck.review.agreement import Agreement, PairAgreement
    from factcheck.review.coefficients import Coefficient
    from factcheck.store import Database

_WIDTH = 80
_NAMES = 22
_SHORT = 34

_FEW = 3
"""As many pairs of reviewers are told of in full; more are a line each."""


@click.command("agreement")
@output_options("text", "json", default="text")
@store_option()
@message_options
def command(output: Output, database: Database, terminal: Terminal) -> int:
    """Say how far reviewers who decide independently of each other agree.

    Counted are the votes of the first round that stand; skipping, adjudications and votes of later
    rounds are not. Tells the share of votes that are alike, kappa, AC1 and alpha with what was
    chosen in place of what, for all reviewers together and for every two of them. Where there are
    many, --verbose tells what every two chose.
    """
    from factcheck.review import Desk
    from factcheck.review.people import CONSOLE

    found = Desk(database).agreement(CONSOLE)
    if output.format == "json":
        output.write(json.dumps(found.as_data(), ensure_ascii=False, indent=1) + "\n")
    else:
        output.write("\n".join((*_lines(found, terminal.verbose), "")))
    return 0


def _lines(found: Agreement, verbose: bool) -> Iterator[str]:
    yield (
        f"{counted(found.items, 'finding')} with two votes or more, "
        f"{counted(found.votes, 'vote')} of {counted(len(found.reviewers), 'reviewer')}"
    )
    if found.single:
        yield f"{counted(found.single, 'finding')} with one vote only, left out"
    if found.revised:
        yield from wrap(
            f"{counted(found.revised, 'vote')} cast anew, when what the rules hold had been seen",
            _WIDTH,
        )
    if found.strangers:
        names = ", ".join(found.strangers)
        yield from wrap(f"Left out are votes of those without an account: {names}", _WIDTH)
    if found.agreed is None:
        yield "There is nothing to compare yet."
        return
    yield ""
    yield f"{'votes alike':{_NAMES}}{found.agreed:.1%}"
    yield from _coefficient("Fleiss' kappa", found.kappa)
    yield from _coefficient("Gwet's AC1", found.ac1)
    yield from _coefficient("Krippendorff's alpha", found.alpha)
    yield ""
    yield "Which decisions met on one finding, in pairs of votes:"
    yield from _table(found.confusion, found.categories, paired=True)
    if verbose or len(found.pairs) <= _FEW:
        for pair in found.pairs:
            yield ""
            yield from _pair(pair, found.categories)
    else:
        yield ""
        yield from _short(found.pairs)


def _short(pairs: Sequence[PairAgreement]) -> Iterator[str]:
    yield f"{'':{_SHORT}}findings   alike  Cohen's kappa  Gwet's AC1"
    for pair in pairs:
        name = " and ".join(pair.reviewers)
        if len(name) >= _SHORT:
            yield name
            name = ""
        kappa, ac1 = (
            "undefined" if one.value is None else f"{one.value:.3f}"
            for one in (pair.kappa, pair.ac1)
        )
        share = f"{pair.agreed / pair.items:.1%}"
        yield f"{name:{_SHORT}}{pair.items:8,}  {share:>6}  {kappa:>13}  {ac1:>10}"


def _pair(pair: PairAgreement, categories: Sequence[str]) -> Iterator[str]:
    first, second = pair.reviewers
    yield f"{first} and {second}, {counted(pair.items, 'finding')} that both voted on"
    alike = f"{pair.agreed / pair.items:.1%} ({pair.agreed} of {pair.items})"
    yield f"{'votes alike':{_NAMES}}{alike}{_between(pair.interval, '.1%')}"
    yield from _coefficient("Cohen's kappa", pair.kappa)
    yield from _coefficient("Gwet's AC1", pair.ac1)
    yield f"Rows are decisions of {first}, columns of {second}:"
    yield from _table(pair.confusion, categories)


def _coefficient(name: str, found: Coefficient) -> Iterator[str]:
    value = "undefined" if found.value is None else f"{found.value:.3f}"
    told = f"{value}{_between(found.interval, '.3f')}"
    note = f": {found.note}" if found.value is None else f" ({found.note})"
    yield from wrap(told + note if found.note else told, _WIDTH, f"{name:{_NAMES}}", " " * _NAMES)


def _between(interval: tuple[float, float] | None, form: str) -> str:
    if interval is None:
        return ""
    low, high = interval
    return f", 95% interval {low:{form}} to {high:{form}}"


def _table(
    counts: Sequence[Sequence[int]], categories: Sequence[str], *, paired: bool = False
) -> Iterator[str]:
    """Yield a table of counts, without decisions that nobody took.

    Args:
        counts: the counts, row by row.
        categories: what rows and columns stand for.
        paired: whether what stands below the diagonal is counted above it.
    """
    used = [
        at for at in range(len(categories)) if any(counts[at]) or any(row[at] for row in counts)
    ]
    names = {at: categories[at].replace("_", " ") for at in used}
    lead = max(map(len, names.values()))
    yield "  ".join((" " * lead, *names.values())).rstrip()
    for row in used:
        cells = (
            " " * len(names[column])
            if paired and column < row
            else f"{counts[row][column]:{len(names[column])}}"
            for column in used
        )
        yield "  ".join((f"{names[row]:{lead}}", *cells))
