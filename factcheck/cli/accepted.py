"""The accepted findings that a command was told of, and what is said about them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from factcheck.cli.reading import elsewhere
from factcheck.cli.terminal import Terminal
from factcheck.history.baseline import read_baseline
from factcheck.history.standing import Standing, stand
from factcheck.model import AcceptedFinding, Baseline, Dispute, Run
from factcheck.reporting.wording import counted
from factcheck.settings import Settings


def given_baseline(settings: Settings) -> Baseline | None:
    """Return the baseline that the settings name; None where they name none.

    Raises:
        ConfigurationError: it is missing, or no baseline.
    """
    return read_baseline(settings.baseline) if settings.baseline else None


def held_against(baseline: Baseline, run: Run, path: str) -> Standing:
    """Return how the run of the documents at ``path`` stands to a baseline."""
    names = {claim.document for finding in baseline.findings for claim in finding.claims}
    return stand(baseline, run, elsewhere(names, run.corpus, path))


def failing(run: Run, settings: Settings) -> tuple[Dispute, ...]:
    """Return the findings that ``fail_on`` asks for; ``never`` asks for what it tolerates."""
    if settings.fail_on == "qualifies":
        return (*run.disputes, *run.qualifications)
    return run.disputes


def fails(run: Run, settings: Settings, baseline: Baseline | None = None) -> bool:
    """Return whether a run has findings at or above what the settings say, and not accepted."""
    if settings.fail_on == "never":
        return False
    return any(baseline is None or not baseline.knows(one) for one in failing(run, settings))


def tell(standing: Standing, run: Run, path: str, settings: Settings, terminal: Terminal) -> None:
    """Say how many findings are accepted, and what of the baseline has gone out of date."""
    found = failing(run, settings)
    accepted = sum(standing.baseline.knows(one) for one in found)
    terminal.say(
        f"{counted(len(found), 'finding')}: {accepted:,} accepted by {settings.baseline}, "
        f"{len(found) - accepted:,} new"
    )
    for old, new in standing.renamed:
        terminal.say(
            f"{old} is taken to be {new} now, since that holds the same words; "
            f"'factcheck baseline write {path}' takes the name over"
        )
    parts = ((standing.stale, "no longer found"), (standing.shrunk, "found only in part"))
    told = [f"{counted(len(each), 'accepted finding')} {word}" for each, word in parts if each]
    if told:
        terminal.warn(f"{', '.join(told)}; 'factcheck baseline prune {path}' drops what is gone")
    tell_unseen(standing, Path(settings.baseline), terminal)
    for entries, word in parts:
        for line in listed(entries):
            terminal.detail(f"{word}: {line}")


def tell_unseen(standing: Standing, file: Path, terminal: Terminal) -> None:
    """Say why nothing can be said of some entries."""
    if not standing.unseen:
        return
    entries = counted(len(standing.unseen), "accepted finding")
    if standing.settings:
        names = ", ".join(name.replace("_", "-") for name in standing.settings)
        terminal.say(
            f"{entries} not found, which may be due to the settings: {file} was "
            f"written under another {names}"
        )
    else:
        terminal.detail(f"{entries} about documents that were not read")


def listed(entries: Iterable[AcceptedFinding]) -> list[str]:
    """Return a line for each entry: what it is about, where, and its fingerprint."""
    return [
        f"{one.stance.sign} {one.question} ({', '.join(one.documents)}) #{one.fingerprint}"
        for one in entries
    ]
