"""``factcheck evaluate reviews``: figures against what reviewers decided."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from factcheck.cli.breakdown import by_option, write_breakdown
from factcheck.cli.command import Command
from factcheck.cli.options import message_options, output_options
from factcheck.cli.output import Output
from factcheck.cli.reading import checked, elsewhere, exit_code, read_corpus
from factcheck.cli.run_options import CHECKING, settings_options
from factcheck.cli.terminal import Terminal
from factcheck.model import Run
from factcheck.reporting.columns import wrap
from factcheck.reporting.wording import counted
from factcheck.settings import Settings

if TYPE_CHECKING:
    from factcheck.review.feedback import Settled
    from factcheck.review.precision import Precision, Reviewed

_WIDTH = 80
_INDENT = " " * 4


@click.command("reviews", cls=Command)
@click.argument("store")
@click.argument("documents", type=click.Path())
@by_option
@output_options("text", "json", default="text")
@settings_options(*CHECKING)
@message_options
def reviews(
    store: str,
    documents: str,
    *,
    by: str | None,
    output: Output,
    settings: Settings,
    terminal: Terminal,
) -> int:
    """Say how often reviewers hold the findings in DOCUMENTS to be right, by rule and stance.

    STORE is the file or the address where reviews are kept. A finding that was settled as a true
    conflict is right, one that is no conflict is wrong; reasons are counted by rule, those rules
    first that are wrong most often.
    """
    from factcheck.review.cases import cases_of_reviews
    from factcheck.review.precision import reviewed

    corpus = read_corpus(documents, settings, terminal, output)
    run = checked(corpus, settings, terminal).run
    decided = settled_in(store, run, documents)
    if by is not None:
        write_breakdown(by, cases_of_reviews(run, decided, documents), output)
        return exit_code(corpus)
    found = reviewed(run, decided)
    if output.format == "json":
        output.write(json.dumps(found.as_data(), ensure_ascii=False, indent=1) + "\n")
    else:
        output.write("\n".join((*_lines(found), "")))
    return exit_code(corpus)


def settled_in(store: str, run: Run, path: str) -> tuple[Settled, ...]:
    """Return what reviewers have settled, with the findings as they stand after a run.

    Raises:
        StoreError: there is no such store, or it cannot be read.
    """
    from factcheck.review.feedback import read_reviews

    reviews = read_reviews(store)
    return reviews.carried(run, elsewhere(reviews.documents, run.corpus, path))


def _lines(found: Reviewed) -> Iterator[str]:
    total = found.total
    yield (
        f"{counted(found.findings, 'finding')}, {total.decided:,} decided: "
        f"{total.right:,} right, {total.wrong:,} wrong"
    )
    yield from _told(
        "left out: ",
        (found.unsettled, "not settled"),
        (found.needs_check, "settled as needing a source check"),
        (found.repeats, "settled as repeating what is not decided"),
    )
    yield from _told(
        "decided, but not found here: ",
        (found.lost, "true conflict", "true conflicts"),
        (found.gone, "that is none", "that are none"),
    )
    if not total.decided:
        yield "Nothing that is found here was decided yet."
        return
    yield ""
    yield f"{'':25}decided  right  precision  95% interval"
    yield _row("all", total)
    yield from (_row(one.stance.value, one) for one in found.by_stance if one.stance)
    for one in found.by_rule:
        yield ""
        yield _row(f"{one.rule} {one.stance.value if one.stance else ''}", one)
        if one.reasons:
            told = ", ".join(f"{reason.value.replace('_', ' ')} {n}" for reason, n in one.reasons)
            yield from wrap(f"reasons: {told}", _WIDTH, _INDENT, _INDENT * 2)


def _told(title: str, *parts: tuple[int, str] | tuple[int, str, str]) -> Iterator[str]:
    told = [f"{n:,} {words[0] if n == 1 else words[-1]}" for n, *words in parts if n]
    if told:
        yield from wrap(", ".join(told), _WIDTH, title, _INDENT)


def _row(name: str, one: Precision) -> str:
    value = "" if one.value is None else f"{one.value:.3f}"
    bounds = "" if one.interval is None else f"{one.interval[0]:.3f} to {one.interval[1]:.3f}"
    return f"{name:25}{one.decided:7}  {one.right:5}  {value:>9}  {bounds}".rstrip()
