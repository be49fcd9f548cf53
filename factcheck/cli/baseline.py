"""``factcheck baseline``: which findings are accepted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.accepted import (
    failing,
    given_reviews,
    held_against,
    listed,
    reviewed,
    tell_unseen,
)
from factcheck.cli.command import Command, Group
from factcheck.cli.options import message_options, path_argument
from factcheck.cli.output import STANDARD, Output
from factcheck.cli.program import ExitCode
from factcheck.cli.reading import checked, exit_code, read_corpus
from factcheck.cli.run_options import ACCEPTING, CHECKING, FAILING, REVIEWED, settings_options
from factcheck.cli.terminal import Terminal
from factcheck.errors import UnknownIdError
from factcheck.history.baseline import FILE_NAME, accept, baseline_text, read_baseline
from factcheck.history.standing import Standing
from factcheck.model import AcceptedFinding, Baseline, Dispute, Run
from factcheck.reporting.columns import wrap
from factcheck.reporting.content import Acceptance
from factcheck.reporting.wording import acceptance, clean, counted
from factcheck.settings import Settings

if TYPE_CHECKING:
    from factcheck.review.feedback import Feedback

_WIDTH = 80
_INDENT = " " * 5


@click.group("baseline", cls=Group)
def command() -> None:
    """Keep a file of findings that are known and accepted: a check then fails on new ones only.

    The file is the one that --baseline or the setting baseline names, or factcheck-baseline.json.
    """


@command.command("write", cls=Command)
@path_argument
@click.option("--only", multiple=True, metavar="ID", help="Accept this finding only; repeatable.")
@click.option("--reason", default="", metavar="TEXT", help="Why they are accepted.")
@click.option("--author", default="", metavar="NAME", help="Who accepts them.")
@click.option("--date", default="", metavar="DATE", help="When, as 2026-11-22.")
@settings_options(*CHECKING, FAILING, ACCEPTING, REVIEWED)
@message_options
def write(
    path: str,
    *,
    only: tuple[str, ...],
    reason: str,
    author: str,
    date: str,
    settings: Settings,
    terminal: Terminal,
) -> int:
    """Accept what is found in the documents at PATH, at or above --fail-on.

    Entries keep their reasons. The reason, author and date given are put to what was not accepted
    yet, or to what --only names, by id or fingerprint as reports print them. Entries that are no
    longer found are dropped, unless their documents were not read or --only is given. What
    --reviews settles as no conflict needs no entry and gets none.
    """
    file = Path(settings.baseline or FILE_NAME)
    known = read_baseline(file) if file.exists() else Baseline()
    reviews = given_reviews(settings)
    run = _checked(path, settings, terminal)
    standing = held_against(known, run, path)
    found = failing(run, settings)
    if reviews is not None and not only:
        found = _unsettled(found, standing.baseline, reviewed(reviews, run, path), terminal)
    said = {"reason": clean(reason), "author": clean(author), "date": _date(date)}
    if only:
        chosen = _named(found, only)
        written = accept(chosen, run, standing.baseline, **said)
    else:
        fresh = [one for one in found if not standing.baseline.knows(one)]
        written = accept(found, run, standing.pruned())
        written = accept(fresh, run, written, **said) if any(said.values()) else written
    _save(file, written, terminal)
    if not only:
        _tell_dropped(standing, terminal)
    if not settings.baseline:
        terminal.say(f"use it with 'factcheck check {path} --baseline {file}', or set baseline")
    return exit_code(run.corpus)


@command.command("prune", cls=Command)
@path_argument
@settings_options(*CHECKING, ACCEPTING)
@message_options
def prune(path: str, settings: Settings, terminal: Terminal) -> int:
    """Drop the entries that are no longer found in the documents at PATH.

    Entries about documents that are there but were not read stay, and so does everything where
    the baseline was written under other settings.
    """
    file = Path(settings.baseline or FILE_NAME)
    known = read_baseline(file)
    run = _checked(path, settings, terminal)
    standing = held_against(known, run, path)
    pruned = standing.pruned()
    if pruned != known:
        _save(file, pruned, terminal)
    else:
        terminal.say(f"{file}: nothing to drop")
    _tell_dropped(standing, terminal)
    tell_unseen(standing, file, terminal)
    return exit_code(run.corpus)


@command.command("show", cls=Command)
@click.argument("path", required=False, type=click.Path())
@settings_options(*CHECKING, ACCEPTING)
@message_options
def show(path: str | None, settings: Settings, terminal: Terminal) -> int:
    """List the entries; with the PATH of the documents, also say which are still found."""
    file = Path(settings.baseline or FILE_NAME)
    baseline = read_baseline(file)
    standing = None
    code = ExitCode.CLEAN
    if path is not None:
        run = _checked(path, settings, terminal)
        standing = held_against(baseline, run, path)
        baseline = standing.baseline
        code = exit_code(run.corpus)
    blocks = [f"{file}: {counted(len(baseline.findings), 'accepted finding')}\n"]
    blocks += ["\n".join((*_entry_lines(one, standing), "")) for one in baseline.findings]
    Output(STANDARD, "text").write("\n".join(blocks))
    return code


def _checked(path: str, settings: Settings, terminal: Terminal) -> Run:

    corpus = read_corpus(path, settings, terminal, Output(STANDARD, "text"))
    return checked(corpus, settings, terminal).run


def _unsettled(
    found: Sequence[Dispute], known: Baseline, feedback: Feedback, terminal: Terminal
) -> tuple[Dispute, ...]:
    """Return the findings that have an entry or that reviewers did not settle as no conflict."""
    settled = feedback.beside(None)
    left = tuple(one for one in found if known.knows(one) or not settled.knows(one))
    if len(left) < len(found):
        terminal.say(
            f"{counted(len(found) - len(left), 'finding')} settled as no conflict in "
            f"{feedback.store} left out"
        )
    return left


def _named(found: Sequence[Dispute], names: tuple[str, ...]) -> list[Dispute]:
    """Return the findings with these ids or fingerprints, or the only ones that start so.

    Raises:
        UnknownIdError: a name stands for no finding, or for several.
    """
    chosen = []
    for name in names:
        wanted = name.removeprefix("#")
        near = [
            one
            for one in found
            if wanted and (one.id.startswith(wanted) or one.fingerprint.startswith(wanted))
        ]
        if len(near) != 1:
            there = ", ".join(f"{one.id} ({one.fingerprint})" for one in near or found) or "none"
            many = f"{len(near)} findings start" if near else "no finding starts"
            raise UnknownIdError(f"--only: {many} with {name!r}; there are: {there}")
        chosen.append(near[0])
    return chosen


def _date(date: str) -> str:
    from factcheck.reading.dates import iso_date

    if date and not iso_date(date):
        raise click.BadParameter(
            f"{date!r} is no date such as 2026, 2026-11 or 2026-11-22.", param_hint="--date"
        )
    return iso_date(date)


def _save(file: Path, baseline: Baseline, terminal: Terminal) -> None:
    Output(str(file), "json").write(baseline_text(baseline))
    terminal.say(f"{file}: {counted(len(baseline.findings), 'accepted finding')}")


def _tell_dropped(standing: Standing, terminal: Terminal) -> None:
    for word, entries in (("dropped", standing.stale), ("dropped in part", standing.shrunk)):
        for line in listed(entries):
            terminal.say(f"{word}: {line}")


def _entry_lines(entry: AcceptedFinding, standing: Standing | None) -> list[str]:
    head = f"{entry.stance.sign} {clean(entry.question)} #{entry.fingerprint}"
    lines = wrap(head, _WIDTH, "", _INDENT)
    told = Acceptance(clean(entry.reason), clean(entry.author), clean(entry.date))
    lines += wrap(acceptance(told), _WIDTH, _INDENT, _INDENT)
    for claim in entry.claims:
        text = f"{clean(claim.document)}: “{clean(claim.words)}”"
        lines += wrap(text, _WIDTH, f"{_INDENT}{claim.side}  ", _INDENT + " " * 3)
    if standing is not None:
        lines += [f"{_INDENT}{_state(entry, standing)}"]
    return lines


def _state(entry: AcceptedFinding, standing: Standing) -> str:
    states = (
        ("no longer found", standing.stale),
        ("found in part", standing.shrunk),
        ("not looked for", standing.unseen),
    )
    return next((word for word, entries in states if entry in entries), "found")
