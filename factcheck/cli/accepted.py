"""The accepted findings that a command was told of, and what is said about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from factcheck.cli.reading import elsewhere
from factcheck.cli.terminal import Terminal
from factcheck.history.baseline import read_baseline
from factcheck.history.standing import Standing, stand
from factcheck.model import AcceptedFinding, Baseline, Dispute, Run
from factcheck.reporting.wording import counted
from factcheck.settings import Settings

if TYPE_CHECKING:
    from factcheck.review.feedback import Feedback, Reviews


@frozen
class Known:
    """What people have said of findings before a check.

    Attributes:
        baseline: the findings that are accepted; None where no file is named.
        reviews: what reviewers have settled; None where no store is named.
    """

    baseline: Baseline | None
    reviews: Reviews | None

    @classmethod
    def of(cls, settings: Settings) -> Known:
        """Return what the settings name.

        Raises:
            ConfigurationError: the baseline is missing, or is none.
            StoreError: the store of reviews is missing, or cannot be read.
        """
        baseline = read_baseline(settings.baseline) if settings.baseline else None
        return cls(baseline, given_reviews(settings))

    def on(self, run: Run, path: str) -> Told:
        """Return what people say of the run of the documents at ``path``."""
        standing = None if self.baseline is None else held_against(self.baseline, run, path)
        feedback = None if self.reviews is None else reviewed(self.reviews, run, path)
        return Told(standing, feedback)


@frozen
class Told:
    """What people say of the findings of a run.

    Attributes:
        standing: how it stands to the baseline; None where there is none.
        feedback: what reviewers say; None where there are no reviews.
    """

    standing: Standing | None
    feedback: Feedback | None

    @cached_property
    def baseline(self) -> Baseline | None:
        """All that is accepted, and what is confirmed; None where nobody was asked."""
        baseline = self.standing.baseline if self.standing else None
        return self.feedback.beside(baseline) if self.feedback else baseline


def given_reviews(settings: Settings) -> Reviews | None:
    """Return the reviews that the settings name; None where they name none.

    Raises:
        StoreError: the store is missing, or cannot be read.
    """
    if not settings.reviews:
        return None
    from factcheck.review.feedback import read_reviews

    return read_reviews(settings.reviews)


def reviewed(reviews: Reviews, run: Run, path: str) -> Feedback:
    """Return what reviews say of the run of the documents at ``path``."""
    return reviews.on(run, elsewhere(reviews.documents, run.corpus, path))


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


def tell(told: Told, run: Run, path: str, settings: Settings, terminal: Terminal) -> None:
    """Say how many findings are accepted, and what of that has gone out of date."""
    if told.baseline is None:
        return
    terminal.say(_counts(told, failing(run, settings), settings))
    if told.standing is not None:
        _tell_baseline(told.standing, path, settings, terminal)
    if told.feedback is not None:
        tell_orphans(told.feedback, terminal)


def _counts(told: Told, found: Sequence[Dispute], settings: Settings) -> str:
    """Return how many findings are accepted, by whom, and how many are new."""
    assert told.baseline is not None
    accepted = [one for one in found if told.standing and told.standing.baseline.knows(one)]
    silenced = [one for one in found if told.baseline.knows(one) and one not in accepted]
    left = [one for one in found if not told.baseline.knows(one)]
    confirmed = sum(told.baseline.confirmation(one) is not None for one in left)
    parts = []
    if told.standing is not None:
        parts.append(f"{len(accepted):,} accepted by {settings.baseline}")
    if told.feedback is not None:
        parts.append(f"{len(silenced):,} settled as no conflict in {told.feedback.store}")
        parts += [f"{confirmed:,} confirmed there"] if confirmed else []
    parts.append(f"{len(left) - confirmed:,} new")
    return f"{counted(len(found), 'finding')}: {', '.join(parts)}"


def tell_orphans(feedback: Feedback, terminal: Terminal) -> None:
    """Say which decisions of reviewers no longer hold."""
    if not feedback.orphans:
        return
    terminal.warn(
        f"{counted(len(feedback.orphans), 'decision')} of {feedback.store} no longer "
        f"{'holds' if len(feedback.orphans) == 1 else 'hold'}, since the words have changed; "
        "'factcheck review status' says which"
    )
    for one in feedback.orphans:
        terminal.detail(f"no longer holds: {one.question} #{one.fingerprint} ({one.orphaned})")


def _tell_baseline(standing: Standing, path: str, settings: Settings, terminal: Terminal) -> None:
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
